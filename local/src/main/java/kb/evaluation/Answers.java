package kb.evaluation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of asking each question.
 *
 * @param answered of the answerable ones
 * @param rightPageCited any citation stands on a right page, likewise
 * @param answersStated the answerable ones whose answers are known
 * @param rightAnswerQuoted of these: a quote holds one of the answers, white space aside
 * @param unanswerableDeclined of the unanswerable ones
 * @param curve the same for other thresholds; none in figures of before
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Answers(
        int answerable,
        int answered,
        int rightPageCited,
        int answersStated,
        int rightAnswerQuoted,
        int unanswerable,
        int unanswerableDeclined,
        Curve curve) {

    /** By name, of the kinds of questions that there were. */
    Map<String, Double> shares() {
        var shares = new LinkedHashMap<String, Double>();
        put(shares, "answered", answered, answerable);
        put(shares, "right page cited", rightPageCited, answerable);
        put(shares, "right answer quoted", rightAnswerQuoted, answersStated);
        put(shares, "unanswerable declined", unanswerableDeclined, unanswerable);
        return shares;
    }

    private static void put(Map<String, Double> shares, String name, int some, int all) {
        if (all > 0) shares.put(name, (double) some / all);
    }
}
