package kb.pdf;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import kb.ingest.PdfReader.Reason;
import kb.pages.Box;
import kb.pictures.PagePainter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws pages with PDFBox, as PNG. Letters of fonts that the file does not bring are those of the one font that PDFBox brings. */
public final class PdfBoxPainter implements PagePainter {
    private static final Color MARKER = new Color(255, 200, 0, 90);

    /** In points, so that the marker reaches over what it marks. */
    private static final double MARGIN = 1;

    @Override
    public Painting paint(Path pdf, Wanted wanted) {
        try (var document = PdfBoxReader.open(pdf)) {
            return new Painting.Painted(PdfBoxReader.attempt(() -> {
                var image = drawn(document, wanted);
                return ByteBuffer.wrap(png(image));
            }));
        } catch (Refused refused) {
            return new Painting.Failed(refused.reason());
        } catch (IOException closing) {
            return new Painting.Failed(Reason.DAMAGED);
        }
    }

    private static BufferedImage drawn(PDDocument document, Wanted wanted) throws IOException {
        var frame = PageFrame.of(OnePage.find(document, wanted.page()));
        var most = Math.sqrt(MOST_PIXELS / (frame.width() * frame.height()));
        var scale = Math.min(wanted.scale(), most);
        var renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        var image = renderer.renderImage(wanted.page() - 1, (float) scale, ImageType.RGB);
        if (!wanted.highlighted().isEmpty()) mark(image, frame, wanted.highlighted());
        return image;
    }

    private static void mark(BufferedImage image, PageFrame frame, List<Box> boxes) {
        var marked = new Path2D.Double(Path2D.WIND_NON_ZERO); // what lies in two boxes is marked once
        for (var box : boxes) {
            var width = box.r() - box.l() + 2 * MARGIN;
            var height = box.b() - box.t() + 2 * MARGIN;
            marked.append(new Rectangle2D.Double(box.l() - MARGIN, box.t() - MARGIN, width, height), false);
        }
        var graphics = image.createGraphics();
        try {
            graphics.scale(image.getWidth() / frame.width(), image.getHeight() / frame.height());
            graphics.setColor(MARKER);
            graphics.fill(marked);
        } finally {
            graphics.dispose();
        }
    }

    /** Photographs do not shrink well in PNG: a page of them becomes a smaller picture. */
    private static byte[] png(BufferedImage drawn) throws IOException {
        var image = drawn;
        var bytes = encoded(image);
        while (bytes.length > MOST_BYTES) {
            image = smaller(image, 0.95 * Math.sqrt((double) MOST_BYTES / bytes.length));
            bytes = encoded(image);
        }
        return bytes;
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) throw new IllegalStateException("every Java writes PNG");
        }
        return bytes.toByteArray();
    }

    private static BufferedImage smaller(BufferedImage image, double share) {
        var width = Math.max(1, (int) (image.getWidth() * share));
        var height = Math.max(1, (int) (image.getHeight() * share));
        var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = smaller.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return smaller;
    }
}
