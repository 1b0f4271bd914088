package kb.pages;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A piece of a page, small enough to be embedded whole.
 *
 * @param id a UUIDv5 of the document and the position, so that indexing twice changes nothing
 * @param text exactly the page's text at {@code span}
 * @param section the heading it stands under, empty when unknown
 * @param context what a reader of the chunk alone would miss: the sections it lies in, the header of a table it goes on with. It is
 *     searched and embedded with the text and never shown
 * @param edited what a person wrote in place of the text: it is searched and embedded and never quoted; empty when nobody did
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
        String edited,
        List<Section> sections) {
    public Chunk {
        boxes = List.copyOf(boxes);
        context = context == null ? "" : context; // chunks that were stored before there was one
        edited = edited == null ? "" : edited; // likewise
        sections = sections == null ? known(section) : List.copyOf(sections);
    }

    public Chunk(
            UUID id, UUID documentId, int position, int page, Span span, String section, String text, List<Box> boxes) {
        this(id, documentId, position, page, span, section, text, boxes, "", null);
    }

    /** The same chunk with other words in the same places. */
    public Chunk reading(UnaryOperator<String> other) {
        return new Chunk(
                id,
                documentId,
                position,
                page,
                span,
                other.apply(section),
                other.apply(text),
                boxes,
                context,
                other.apply(edited),
                sections);
    }

    public Chunk(
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
        this(id, documentId, position, page, span, section, text, boxes, context, "", sections);
    }

    public Chunk edited(String instead) {
        return new Chunk(id, documentId, position, page, span, section, text, boxes, context, instead, sections);
    }

    /** Of chunks that were stored before there were any. */
    private static List<Section> known(String section) {
        return section.isEmpty() ? List.of() : List.of(new Section("", section));
    }

    /** What search reads of it. */
    public String searched() {
        var read = edited.isEmpty() ? text : edited;
        return context.isEmpty() ? read : context + "\n\n" + read;
    }
}
