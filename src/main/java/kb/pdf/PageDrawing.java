package kb.pdf;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kb.ingest.PdfReader.Reading;
import kb.ingest.PdfReader.Reason;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws a page in greys, as fine as letters are recognised best, into a file of the kind PGM. */
public final class PageDrawing {
    /** A page of A4 at 300 dots an inch. */
    private static final double MOST_PIXELS = 8_800_000;

    private static final double DOTS_A_POINT = 300 / 72.0;

    private PageDrawing() {}

    public static Reading draw(Path pdf, int number, Path picture) {
        try (var document = PdfBoxReader.open(pdf)) {
            var image = PdfBoxReader.attempt(() -> {
                var page = document.getPage(number - 1);
                var renderer = new PDFRenderer(document);
                renderer.setSubsamplingAllowed(true);
                return renderer.renderImage(number - 1, scale(PageFrame.of(page)), ImageType.GRAY);
            });
            write(image, picture);
            return new Reading.Complete(1);
        } catch (Refused refused) {
            return new Reading.Unreadable(refused.reason());
        } catch (IOException unwritable) {
            return new Reading.Unreadable(Reason.DAMAGED);
        }
    }

    private static float scale(PageFrame frame) {
        return (float) Math.min(DOTS_A_POINT, Math.sqrt(MOST_PIXELS / (frame.width() * frame.height())));
    }

    private static void write(BufferedImage image, Path picture) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(picture))) {
            var head = "P5 %d %d 255\n".formatted(image.getWidth(), image.getHeight());
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        }
    }
}
