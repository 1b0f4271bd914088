package kb.chat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.masking.Masking;
import kb.pages.Box;
import kb.pages.Page;
import kb.pages.Span;
import kb.search.Passage;

/**
 * A quote and where it stands: the page's stored text at {@code span} is exactly {@code quote}. When the document
 * is erased, its name and the quote are replaced by a mark, and nothing is left to highlight.
 *
 * @param pageLabel what the file calls the page
 * @param number as {@code [1]} in the answer's content
 * @param masked whether marks stand in place of something sensitive
 */
public record Citation(
        int number,
        UUID documentId,
        String filename,
        int version,
        int page,
        Optional<String> pageLabel,
        String section,
        Span span,
        List<Box> boxes,
        String quote,
        boolean masked) {
    public Citation {
        pageLabel = pageLabel == null ? Optional.empty() : pageLabel; // what was stored before pages had names
        boxes = List.copyOf(boxes);
    }

    Citation(
            int number,
            UUID documentId,
            String filename,
            int version,
            int page,
            String section,
            Span span,
            List<Box> boxes,
            String quote) {
        this(number, documentId, filename, version, page, Optional.empty(), section, span, boxes, quote, false);
    }

    /** The same citation as it may be shown. */
    Citation masked(Masking masking) {
        var shown = masking.of(quote);
        return new Citation(
                number,
                documentId,
                filename,
                version,
                page,
                pageLabel,
                masking.of(section),
                span,
                boxes,
                shown,
                masked || masking.isIn(shown));
    }

    /** What stands at the span of a passage's page. */
    static Citation of(int number, Passage passage, Page page, Span span) {
        return new Citation(
                number,
                passage.documentId(),
                passage.filename(),
                passage.version(),
                page.number(),
                passage.pageLabel(),
                passage.section(),
                span,
                page.boxes(span),
                page.text(span),
                false);
    }

    /** Whether it quotes all that stands there already. */
    boolean covers(Passage passage, Span other) {
        return documentId.equals(passage.documentId())
                && page == passage.page()
                && span.start() <= other.start()
                && other.end() <= span.end();
    }

    /** Whether it still quotes this document. */
    boolean quotes(UUID document) {
        return documentId.equals(document) && !erased();
    }

    boolean erased() {
        return quote.equals(CitedText.ERASED);
    }

    /** What remains of it when its document is erased. */
    Citation withoutText() {
        return new Citation(
                number, documentId, CitedText.ERASED, version, page, "", new Span(0, 0), List.of(), CitedText.ERASED);
    }
}
