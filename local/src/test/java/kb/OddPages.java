package kb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** A PDF whose pages are not all that they seem. */
public final class OddPages {
    private static final PDType1Font FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    private final PDDocument document = new PDDocument();

    @FunctionalInterface
    private interface Drawing {
        void draw(PDPageContentStream content) throws IOException;
    }

    public OddPages text(String line) {
        return page(content -> show(content, line));
    }

    /** Text that is seen, and below it text that is not. */
    public OddPages hiding(String line, String hidden) {
        return page(content -> {
            show(content, line);
            content.setRenderingMode(RenderingMode.NEITHER);
            content.beginText();
            content.newLineAtOffset(72, 500);
            content.showText(hidden);
            content.endText();
        });
    }

    public OddPages blank() {
        return page(_ -> {});
    }

    public OddPages drawing() {
        return page(content -> {
            content.addRect(72, 500, 200, 100);
            content.fill();
        });
    }

    /** Its font lacks all that a font has. */
    public OddPages unreadable() {
        page(content -> show(content, "in no font"));
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "Lost");
        var fonts = document.getPage(document.getNumberOfPages() - 1)
                .getResources()
                .getCOSObject()
                .getCOSDictionary(COSName.FONT);
        fonts.setItem(fonts.keySet().iterator().next(), font);
        return this;
    }

    private OddPages page(Drawing drawing) {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            drawing.draw(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    private static void show(PDPageContentStream content, String line) throws IOException {
        content.beginText();
        content.setFont(FONT, 11);
        content.newLineAtOffset(72, 700);
        content.showText(line);
        content.endText();
    }

    public byte[] pdf() {
        try (document) {
            document.setDocumentId(1L); // or each save would give other bytes
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
