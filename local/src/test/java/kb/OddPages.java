package kb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

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

    /** As large as a poster. */
    public OddPages large() {
        return page(PDRectangle.A0, content -> show(content, "A poster."));
    }

    /** Filled with a pattern that is filled with itself. */
    public OddPages endless() {
        var pattern = new PDTilingPattern();
        pattern.setPaintType(PDTilingPattern.PAINT_COLORED);
        pattern.setTilingType(PDTilingPattern.TILING_CONSTANT_SPACING);
        pattern.setBBox(new PDRectangle(9, 9));
        pattern.setXStep(9);
        pattern.setYStep(9);
        var itself = new PDResources();
        itself.put(COSName.P, pattern);
        pattern.setResources(itself);
        var fill = "/Pattern cs /P scn 0 0 9 9 re f";
        page(_ -> {});
        var page = document.getPage(document.getNumberOfPages() - 1);
        page.getResources().put(COSName.P, pattern);
        try {
            write(pattern.getContentStream(), fill);
            var content = new PDStream(document);
            write(content, fill);
            page.setContents(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    /** All that is there so far. @param style as PDF names it */
    public OddPages labelled(String style, int first) {
        var range = new PDPageLabelRange();
        range.setStyle(style);
        range.setStart(first);
        var labels = new PDPageLabels(document);
        labels.setLabelItem(0, range);
        document.getDocumentCatalog().setPageLabels(labels);
        return this;
    }

    /** What the file lists as its contents: one after the other, of the pages that are there so far. */
    public OddPages listing(String... titles) {
        var outline = new PDDocumentOutline();
        for (int i = 0; i < titles.length; i++) {
            var item = new PDOutlineItem();
            item.setTitle(titles[i]);
            if (i < document.getNumberOfPages()) item.setDestination(document.getPage(i));
            outline.addLast(item);
        }
        document.getDocumentCatalog().setDocumentOutline(outline);
        return this;
    }

    private static void write(PDStream stream, String content) throws IOException {
        try (var out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private OddPages page(Drawing drawing) {
        return page(PDRectangle.A4, drawing);
    }

    private OddPages page(PDRectangle size, Drawing drawing) {
        var page = new PDPage(size);
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
