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
 *     searched and embedded with the text and never shown
 * @param sections all that some of it lies in, with those around them; an index does not give them back
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
        String context,
        List<Section> sections) {
    public Chunk {
        boxes = List.copyOf(boxes);
        context = context == null ? "" : context; // chunks that were stored before there was one
        sections = sections == null ? known(section) : List.copyOf(sections);
    }

    public Chunk(
            UUID id, UUID documentId, int position, int page, Span span, String section, String text, List<Box> boxes) {
        this(id, documentId, position, page, span, section, text, boxes, "", null);
    }

    /** The same chunk with other words in the same places. */
    public Chunk reading(String otherSection, String otherText) {
        return new Chunk(id, documentId, position, page, span, otherSection, otherText, boxes, context, sections);
    }

    /** Of chunks that were stored before there were any. */
    private static List<Section> known(String section) {
        return section.isEmpty() ? List.of() : List.of(new Section("", section));
    }

    /** What search reads of it. */
    public String searched() {
        return context.isEmpty() ? text : context + "\n\n" + text;
    }
}
