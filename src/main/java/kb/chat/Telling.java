package kb.chat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kb.masking.Masking;
import kb.search.Passage;

/** An answer that is told claim by claim; each is checked against its pages before anybody hears of it. */
final class Telling {
    static final String MODE = "model";
    private static final String UNSUPPORTED = " [unsupported]";

    private final List<Passage> passages;
    private final boolean strict;
    private final CheckedQuotes quotes;
    private final Support support;
    private final OwnWords ownWords;
    private final Masking masking;
    private final Consumer<ChatEvent> listener;
    private final StringBuilder content = new StringBuilder();
    private final List<Citation> citations = new ArrayList<>();
    private final Map<Count, Integer> counts = new EnumMap<>(Count.class);

    private enum Count {
        SUPPORTED,
        UNSUPPORTED,
        KEPT,
        DROPPED
    }

    Telling(
            List<Passage> passages,
            boolean strict,
            CheckedQuotes quotes,
            Support support,
            OwnWords ownWords,
            Masking masking,
            Consumer<ChatEvent> listener) {
        this.passages = passages;
        this.strict = strict;
        this.quotes = quotes;
        this.support = support;
        this.ownWords = ownWords;
        this.masking = masking;
        this.listener = listener;
    }

    void say(Claim claim) {
        var sentence = PlainText.of(claim.text());
        if (sentence.isEmpty()) return;
        var ours = ownWords.areIn(claim.text());
        var found = ours ? List.<CheckedQuotes.Found>of() : quotes.find(claim.quotes());
        var holds = support.holds(sentence, found);
        var kept = holds ? found.size() : 0;
        count(Count.KEPT, kept);
        count(Count.DROPPED, claim.quotes().size() - kept);
        count(holds ? Count.SUPPORTED : Count.UNSUPPORTED, 1);
        if (holds) tellSupported(sentence, found);
        else if (!ours && !strict && support.isFromPassages(sentence)) tell(sentence + UNSUPPORTED);
    }

    private void tellSupported(String sentence, List<CheckedQuotes.Found> found) {
        var before = citations.size();
        var numbers = new LinkedHashSet<Integer>();
        for (var stretch : CheckedQuotes.joined(found)) numbers.add(number(stretch));
        tell(sentence + " " + numbers.stream().map(number -> "[" + number + "]").collect(Collectors.joining()));
        for (var fresh : citations.subList(before, citations.size())) listener.accept(new ChatEvent.Cited(fresh));
    }

    /** Of the citation that quotes this, which is made unless there is one. */
    private int number(CheckedQuotes.Found stretch) {
        for (var citation : citations) if (citation.covers(stretch.passage(), stretch.span())) return citation.number();
        var number = citations.size() + 1;
        var citation = Citation.of(number, stretch.passage(), stretch.page(), stretch.span());
        citations.add(citation.masked(masking));
        return number;
    }

    private void tell(String sentence) {
        var text = (content.isEmpty() ? "" : "\n\n") + masking.of(sentence);
        content.append(text);
        listener.accept(new ChatEvent.Text(text));
    }

    private void count(Count what, int many) {
        counts.merge(what, many, Integer::sum);
    }

    private int counted(Count what) {
        return counts.getOrDefault(what, 0);
    }

    /** @param whole whether the model said all it had to say */
    Answer answer(boolean whole, Usage usage) {
        var status = status(whole);
        var none = counted(Count.SUPPORTED) == 0;
        return new Answer(
                status,
                MODE,
                reason(status, whole),
                content.toString(),
                citations,
                none ? Answer.nearest(passages) : List.of(),
                counted(Count.KEPT),
                counted(Count.DROPPED),
                usage,
                Optional.empty());
    }

    private AnswerStatus status(boolean whole) {
        if (counted(Count.SUPPORTED) == 0)
            return counted(Count.UNSUPPORTED) == 0 ? AnswerStatus.NOT_IN_DOCUMENTS : AnswerStatus.UNSUPPORTED;
        return whole && counted(Count.UNSUPPORTED) == 0 ? AnswerStatus.ANSWERED : AnswerStatus.PARTIAL;
    }

    private static Optional<String> reason(AnswerStatus status, boolean whole) {
        return switch (status) {
            case NOT_IN_DOCUMENTS -> Optional.of("the chat model found no answer in the nearest passages");
            case UNSUPPORTED -> Optional.of("no quote could be found on its page");
            case PARTIAL ->
                Optional.of(
                        whole
                                ? "some sentences have no quote that could be found on its page"
                                : "the chat model stopped before it was done");
            default -> Optional.empty();
        };
    }
}
