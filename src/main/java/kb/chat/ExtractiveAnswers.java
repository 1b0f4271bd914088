package kb.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kb.files.DocumentFiles;
import kb.outside.Deadline;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.pages.Page;
import kb.pages.Quote;
import kb.people.Tenant;
import kb.search.Passage;
import kb.search.SearchService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a question with the best-matching sentences of the documents themselves.
 *
 * <p>Each sentence is looked up again in the stored text of its page, and only what stands there is quoted. While the
 * pages cannot be had nothing is: the asker gets the passages instead.
 */
public final class ExtractiveAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ExtractiveAnswers.class);
    private static final String MODE = "extractive";
    private static final int MOST_QUOTES = 3;
    private static final int NEAREST = 5;
    /** A further sentence is quoted when it is nearly as good as the best one. */
    private static final double NEARLY = 0.85;

    private final DocumentFiles files;
    private final Evidence evidence;

    public ExtractiveAnswers(DocumentFiles files, Evidence evidence) {
        this.files = files;
        this.evidence = evidence;
    }

    /** @param listener hears each sentence, and after it the citation that supports it */
    Answer answer(Tenant tenant, String question, SearchService.Found found, Consumer<ChatEvent> listener) {
        var weighed = evidence.weigh(question, found.meaning(), candidates(found.passages()));
        if (weighed.isEmpty() || !weighed.getFirst().suffices())
            return nothing(AnswerStatus.NOT_IN_DOCUMENTS, found, 0);
        var chosen = chosen(weighed);
        var citations = new ArrayList<Citation>();
        var content = new StringBuilder();
        for (var candidate : chosen) {
            var citation = citation(citations.size() + 1, tenant, candidate);
            if (citation.isEmpty()) continue;
            var text = (content.isEmpty() ? "" : "\n\n") + sentence(citation.get());
            content.append(text);
            citations.add(citation.get());
            listener.accept(new ChatEvent.Text(text));
            listener.accept(new ChatEvent.Cited(citation.get()));
        }
        var dropped = chosen.size() - citations.size();
        if (citations.isEmpty()) return nothing(AnswerStatus.UNSUPPORTED, found, dropped);
        return new Answer(AnswerStatus.ANSWERED, MODE, content.toString(), citations, List.of(), dropped, Usage.NONE);
    }

    private static Answer nothing(AnswerStatus status, SearchService.Found found, int dropped) {
        var nearest = found.passages().stream().limit(NEAREST).toList();
        return new Answer(status, MODE, "", List.of(), nearest, dropped, Usage.NONE);
    }

    private static String sentence(Citation citation) {
        return citation.quote().replaceAll("\\s+", " ") + " [" + citation.number() + "]";
    }

    private static List<Candidate> candidates(List<Passage> passages) {
        var seen = new HashSet<String>();
        var candidates = new ArrayList<Candidate>();
        for (var passage : passages) {
            for (var candidate : Candidate.of(passage)) if (seen.add(candidate.text())) candidates.add(candidate);
        }
        return candidates;
    }

    private static List<Candidate> chosen(List<Evidence.Weighed> weighed) {
        var least = weighed.getFirst().weight() * NEARLY;
        return weighed.stream()
                .filter(one -> one.weight() >= least)
                .limit(MOST_QUOTES)
                .map(Evidence.Weighed::candidate)
                .toList();
    }

    private Optional<Citation> citation(int number, Tenant tenant, Candidate candidate) {
        var passage = candidate.passage();
        return page(tenant, passage).flatMap(page -> Quote.find(
                        page.text(), candidate.text(), passage.span().start())
                .map(span -> new Citation(
                        number,
                        passage.documentId(),
                        passage.filename(),
                        passage.version(),
                        page.number(),
                        passage.section(),
                        span,
                        page.boxes(span),
                        page.text(span))));
    }

    private Optional<Page> page(Tenant tenant, Passage passage) {
        try {
            return Deadline.within(0.5, () -> files.page(tenant, passage.documentId(), passage.page()));
        } catch (Unavailable down) {
            if (down.part() != Part.STORAGE) throw down;
            LOG.warn("a quote cannot be checked and is left out: {}", down.getMessage());
            return Optional.empty();
        }
    }
}
