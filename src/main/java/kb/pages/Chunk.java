package kb.pages;

import java.util.List;
import java.util.UUID;

/**
 * A piece of a page, small enough to be embedded whole.
 *
 * @param id a UUIDv5 of the document and the position, so that indexing twice changes nothing
 * @param text exactly the page's text at {@code span}
 * @param section the heading it stands under, empty when unknown
 * @param context what a reader of the chunk alone would miss: the sections it lies in, the header of a table it goes on with. It is
 *     searched and embedded with the text and never shown; an index does not give it back
 */
public record Chunk(
        UUID id,
        UUID documentId,
        int position,
        int page,
        Span span,
        String section,
        String text,
        List<Box> boxes,
        String context) {
    public Chunk {
        boxes = List.copyOf(boxes);
        context = context == null ? "" : context; // chunks that were stored before there was one
    }

    public Chunk(
            UUID id, UUID documentId, int position, int page, Span span, String section, String text, List<Box> boxes) {
        this(id, documentId, position, page, span, section, text, boxes, "");
    }

    /** What search reads of it. */
    public String searched() {
        return context.isEmpty() ? text : context + "\n\n" + text;
    }
}
