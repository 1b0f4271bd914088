package kb.contained;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** PDFs as a scanner makes them: a picture for each page. */
public final class Scans {
    private static final float DOTS_AN_INCH = 200;

    private Scans() {}

    /** @param scanned the numbers of the pages to be pictures; the others stay as they are */
    public static byte[] of(byte[] pdf, Integer... scanned) throws IOException {
        return of(pdf, LosslessFactory::createFromImage, scanned);
    }

    @FunctionalInterface
    interface Pressing {
        PDImageXObject press(PDDocument document, BufferedImage picture) throws IOException;
    }

    /** @param pressing makes a file's picture of one */
    static byte[] of(byte[] pdf, Pressing pressing, Integer... scanned) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            for (var number : scanned) {
                var picture = renderer.renderImageWithDPI(number - 1, DOTS_AN_INCH, ImageType.GRAY);
                draw(document, document.getPage(number - 1), pressing.press(document, picture));
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void draw(PDDocument document, PDPage page, PDImageXObject picture) throws IOException {
        var mode = PDPageContentStream.AppendMode.OVERWRITE;
        var box = page.getMediaBox();
        try (var content = new PDPageContentStream(document, page, mode, true)) {
            content.drawImage(picture, 0, 0, box.getWidth(), box.getHeight());
        }
    }
}
