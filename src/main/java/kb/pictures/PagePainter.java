package kb.pictures;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import kb.ingest.PdfReader;
import kb.pages.Box;

/** Draws a page of a PDF as a viewer shows it. */
@FunctionalInterface
public interface PagePainter {
    /** Of every picture. */
    int MOST_PIXELS = 4_000_000;

    /** Of every picture. With Base64 around it, it still fits into the 6 MB that a Lambda function may answer. */
    int MOST_BYTES = 4_000_000;

    /** For applications whose documents nobody looks at. */
    PagePainter NONE = (_, _) -> new Painting.Failed(PdfReader.Reason.DAMAGED);

    /** @throws kb.ingest.PdfReader.Down when it is not the file's doing */
    Painting paint(Path pdf, Wanted wanted);

    /**
     * @param page from 1 on
     * @param scale in pixels a point; less where the picture would become too large
     * @param highlighted what is to stand out
     */
    record Wanted(int page, double scale, List<Box> highlighted) {
        public Wanted {
            if (page < 1 || !(scale > 0)) throw new IllegalArgumentException("no such picture");
            highlighted = List.copyOf(highlighted);
        }
    }

    sealed interface Painting {
        record Painted(ByteBuffer png) implements Painting {}

        record Failed(PdfReader.Reason reason) implements Painting {}
    }
}
