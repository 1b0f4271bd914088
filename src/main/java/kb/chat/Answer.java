package kb.chat;

import java.util.List;
import java.util.Optional;
import kb.search.Passage;

/**
 * What is said to a question.
 *
 * @param mode how the text was made: {@code extractive} is out of the documents' own sentences, {@code model} by a chat model
 * @param reason why it is no whole answer; absent when it is one
 * @param passages the nearest ones, when the answer is none
 * @param keptQuotes how many quotes stand on their page and support their sentence; several may be one citation
 * @param droppedQuotes how many quotes were not found on their page and left out
 * @param evidence how well the best sentence of the passages fits the question, 0 to 1; absent when that was not weighed
 */
public record Answer(
        AnswerStatus status,
        String mode,
        Optional<String> reason,
        String content,
        List<Citation> citations,
        List<Passage> passages,
        int keptQuotes,
        int droppedQuotes,
        Usage usage,
        Optional<Double> evidence) {
    private static final int NEAREST = 5;

    public Answer {
        citations = List.copyOf(citations);
        passages = List.copyOf(passages);
    }

    /** Each of its citations is one quote. */
    Answer(
            AnswerStatus status,
            String mode,
            Optional<String> reason,
            String content,
            List<Citation> citations,
            List<Passage> passages,
            int droppedQuotes,
            Usage usage) {
        this(
                status,
                mode,
                reason,
                content,
                citations,
                passages,
                citations.size(),
                droppedQuotes,
                usage,
                Optional.empty());
    }

    /** The same, after this was weighed. */
    Answer by(List<Evidence.Weighed> weighed) {
        var best = weighed.isEmpty() ? 0 : weighed.getFirst().weight();
        var rounded = Optional.of(Math.round(best * 10_000) / 10_000.0);
        return new Answer(
                status, mode, reason, content, citations, passages, keptQuotes, droppedQuotes, usage, rounded);
    }

    static Answer failed(List<Passage> passages) {
        return none(AnswerStatus.FAILED, "none", "a part of the service was down; ask again", passages);
    }

    static Answer aborted() {
        return none(AnswerStatus.ABORTED, "none", "the asker went away", List.of());
    }

    /** Too little evidence. @param lacking what would have to be there, where that is known */
    static Answer notInDocuments(String mode, List<Passage> passages, Optional<String> lacking) {
        var near = passages.isEmpty() ? "no passage fits the question" : "no passage comes near enough to the question";
        var reason = lacking.orElse(near);
        return none(AnswerStatus.NOT_IN_DOCUMENTS, mode, reason, passages);
    }

    private static Answer none(AnswerStatus status, String mode, String why, List<Passage> passages) {
        return new Answer(status, mode, Optional.of(why), "", List.of(), nearest(passages), 0, Usage.NONE);
    }

    static List<Passage> nearest(List<Passage> passages) {
        return passages.stream().limit(NEAREST).toList();
    }
}
