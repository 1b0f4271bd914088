package kb.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kb.files.DocumentFiles;
import kb.masking.Masking;
import kb.pages.Quote;
import kb.search.SearchService;

/**
 * Answers a question with the best-matching sentences of the documents themselves.
 *
 * <p>Each sentence is looked up again in the stored text of its page, and only what stands there is quoted. While the
 * pages cannot be had nothing is: the asker gets the passages instead.
 */
public final class ExtractiveAnswers implements Answers {
    private static final String MODE = "extractive";
    private static final int MOST_QUOTES = 3;
    /** A further sentence is quoted when it is nearly as good as the best one. */
    private static final double NEARLY = 0.85;

    private final DocumentFiles files;
    private final Evidence evidence;
    private final Masking masking;

    public ExtractiveAnswers(DocumentFiles files, Evidence evidence, Masking masking) {
        this.files = files;
        this.evidence = evidence;
        this.masking = masking;
    }

    @Override
    public Answer answer(Question question, SearchService.Found found, Consumer<ChatEvent> listener) {
        var weighed = evidence.weigh(question.text(), found.meaning(), Candidate.of(found.passages()));
        if (weighed.isEmpty() || !weighed.getFirst().suffices())
            return Answer.notInDocuments(MODE, found.passages(), Evidence.lacking(weighed))
                    .by(weighed);
        var pages = new PageLookup(files, question.selection().tenant(), masking);
        var chosen = chosen(weighed);
        var citations = new ArrayList<Citation>();
        var content = new StringBuilder();
        for (var candidate : chosen) {
            var citation = citation(citations.size() + 1, pages, candidate);
            if (citation.isEmpty()) continue;
            var text = (content.isEmpty() ? "" : "\n\n") + sentence(citation.get());
            content.append(text);
            citations.add(citation.get());
            listener.accept(new ChatEvent.Text(text));
            listener.accept(new ChatEvent.Cited(citation.get()));
        }
        var dropped = chosen.size() - citations.size();
        var none = citations.isEmpty();
        return new Answer(
                        none ? AnswerStatus.UNSUPPORTED : AnswerStatus.ANSWERED,
                        MODE,
                        none ? Optional.of("no quote could be found on its page") : Optional.empty(),
                        content.toString(),
                        citations,
                        none ? Answer.nearest(found.passages()) : List.of(),
                        dropped,
                        Usage.NONE)
                .by(weighed);
    }

    private static String sentence(Citation citation) {
        return (PlainText.of(citation.quote()) + " [" + citation.number() + "]").strip();
    }

    private static List<Candidate> chosen(List<Evidence.Weighed> weighed) {
        var least = weighed.getFirst().weight() * NEARLY;
        return weighed.stream()
                .filter(one -> one.weight() >= least)
                .limit(MOST_QUOTES)
                .map(Evidence.Weighed::candidate)
                .toList();
    }

    private Optional<Citation> citation(int number, PageLookup pages, Candidate candidate) {
        var passage = candidate.passage();
        return pages.page(passage).flatMap(page -> Quote.find(
                        page.text(), candidate.text(), passage.span().start())
                .map(span -> Citation.of(number, passage, page, span).masked(masking)));
    }
}
