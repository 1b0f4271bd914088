package kb.chat;

import java.util.List;
import java.util.UUID;
import kb.pages.Box;
import kb.pages.Span;

/**
 * A quote and where it stands: the page's stored text at {@code span} is exactly {@code quote}.
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
}
