package kb.chat;

import java.util.List;
import java.util.UUID;
import kb.pages.Box;
import kb.pages.Span;

/**
 * A quote and where it stands: the page's stored text at {@code span} is exactly {@code quote}. When the document
 * is erased, its name and the quote are replaced by a mark, and nothing is left to highlight.
 *
 * @param number as {@code [1]} in the answer's content
 */
public record Citation(
        int number,
        UUID documentId,
        String filename,
        int version,
        int page,
        String section,
        Span span,
        List<Box> boxes,
        String quote) {
    public Citation {
        boxes = List.copyOf(boxes);
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
