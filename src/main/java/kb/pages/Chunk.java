package kb.pages;

import java.util.List;
import java.util.UUID;

/**
 * A piece of a page, small enough to be embedded whole.
 *
 * @param id a UUIDv5 of the document and the position, so that indexing twice changes nothing
 * @param text exactly the page's text at {@code span}
 * @param section the heading it stands under, empty when unknown
 */
public record Chunk(
        UUID id, UUID documentId, int position, int page, Span span, String section, String text, List<Box> boxes) {
    public Chunk {
        boxes = List.copyOf(boxes);
    }
}
