package kb.chat;

import java.util.List;
import kb.search.Passage;

/**
 * What is said to a question.
 *
 * @param mode how the text was made: {@code extractive} is out of the documents' own sentences
 * @param passages the nearest ones, when the answer is none
 * @param droppedQuotes how many quotes were not found on their page and left out
 */
public record Answer(
        AnswerStatus status,
        String mode,
        String content,
        List<Citation> citations,
        List<Passage> passages,
        int droppedQuotes,
        Usage usage) {
    public Answer {
        citations = List.copyOf(citations);
        passages = List.copyOf(passages);
    }

    static Answer failed() {
        return none(AnswerStatus.FAILED);
    }

    static Answer aborted() {
        return none(AnswerStatus.ABORTED);
    }

    private static Answer none(AnswerStatus why) {
        return new Answer(why, "none", "", List.of(), List.of(), 0, Usage.NONE);
    }
}
