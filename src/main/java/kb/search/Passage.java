package kb.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.documents.Document;
import kb.masking.Masking;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Span;

/**
 * A stretch of a page that fits a question, one chunk or neighbouring ones, with the document it is from.
 *
 * @param pageLabel what the file calls the page
 * @param chunkId of the best of its chunks
 * @param span characters of the stored text of the page; {@code text} is what stands there
 * @param score 0 to 1, higher is better; the sum of its parts
 * @param masked whether marks stand in place of something sensitive
 */
public record Passage(
        UUID chunkId,
        UUID documentId,
        String filename,
        int version,
        int page,
        Optional<String> pageLabel,
        String section,
        String text,
        Span span,
        List<Box> boxes,
        double score,
        Parts parts,
        boolean masked) {
    public Passage {
        pageLabel = pageLabel == null ? Optional.empty() : pageLabel; // what was stored before pages had names
        boxes = List.copyOf(boxes);
    }

    public Passage(
            UUID chunkId,
            UUID documentId,
            String filename,
            int version,
            int page,
            String section,
            String text,
            Span span,
            List<Box> boxes,
            double score,
            Parts parts) {
        this(
                chunkId,
                documentId,
                filename,
                version,
                page,
                Optional.empty(),
                section,
                text,
                span,
                boxes,
                score,
                parts,
                false);
    }

    /** The same passage as it may be shown. */
    public Passage masked(Masking masking) {
        var shown = masking.of(text);
        return new Passage(
                chunkId,
                documentId,
                filename,
                version,
                page,
                pageLabel,
                masking.of(section),
                shown,
                span,
                boxes,
                score,
                parts,
                masked || masking.isIn(shown));
    }

    /** What each leg of the search contributed to the score. */
    public record Parts(double keyword, double vector) {}

    static Passage of(Chunk chunk, Document document, Parts parts) {
        return new Passage(
                chunk.id(),
                document.documentId(),
                document.name().filename(),
                document.name().version(),
                chunk.page(),
                document.state().about().labels().of(chunk.page()),
                chunk.section(),
                chunk.text(),
                chunk.span(),
                chunk.boxes(),
                parts.keyword() + parts.vector(),
                parts,
                false);
    }
}
