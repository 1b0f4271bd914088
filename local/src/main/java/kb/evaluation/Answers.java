package kb.evaluation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * What came of asking each question.
 *
 * @param answered of the answerable ones, likewise the next two; {@code unchecked} ones state no answers
 * @param rightPageCited any citation stands on a right page
 * @param rightAnswerQuoted a quote holds one of the answers, white space aside
 * @param unanswerableDeclined of the unanswerable ones
 * @param curve the same for other thresholds; none in figures of before
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Answers(
        int answerable,
        int answered,
        int rightPageCited,
        int rightAnswerQuoted,
        int unanswerable,
        int unanswerableDeclined,
        Curve curve) {}
