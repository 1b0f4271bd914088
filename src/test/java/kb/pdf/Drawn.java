package kb.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kb.ingest.PdfReader;
import kb.ingest.PdfReader.Reading;
import kb.pages.Page;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Draws small PDFs and reads them. */
final class Drawn {
    static final PDFont HELVETICA = new PDType1Font(FontName.HELVETICA);

    private Drawn() {}

    @FunctionalInterface
    interface Drawing {
        void draw(PDPage page, PDPageContentStream content) throws IOException;
    }

    /** One page for each drawing. */
    static byte[] pdf(Drawing... drawings) throws IOException {
        try (var document = new PDDocument()) {
            for (var drawing : drawings) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    drawing.draw(page, content);
                }
            }
            return bytes(document);
        }
    }

    static byte[] bytes(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    /** A file of these objects, numbered from 1 on, the first one its catalog. */
    static byte[] raw(String trailer, String... objects) {
        var file = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.length + 1));
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(file.length()));
            file.append("%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects[i]));
        }
        var start = file.length();
        var end = "trailer\n<</Root 1 0 R /Size %d %s>>\nstartxref\n%d\n%%%%EOF\n";
        file.append(table).append(end.formatted(objects.length + 1, trailer, start));
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static void text(PDPageContentStream content, PDFont font, float size, float x, float y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    /** Lines of 10 points, 12 apart, from the place on. */
    static void lines(PDPageContentStream content, float x, float y, String... lines) throws IOException {
        for (int i = 0; i < lines.length; i++) text(content, HELVETICA, 10, x, y - 12 * i, lines[i]);
    }

    /** A font whose capital A, B, C … stand for these. */
    static PDFont fontOf(PDDocument document, String... meanings) throws IOException {
        var table = new StringBuilder("/CMapType 2 def begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n");
        table.append(meanings.length).append(" beginbfchar\n");
        for (int i = 0; i < meanings.length; i++) {
            table.append("<%02X> <".formatted('A' + i));
            for (var unit : meanings[i].toCharArray()) table.append("%04X".formatted((int) unit));
            table.append(">\n");
        }
        table.append("endbfchar endcmap");
        var font = new PDType1Font(FontName.COURIER);
        var stream = new PDStream(document);
        try (var out = stream.createOutputStream()) {
            out.write(table.toString().getBytes(StandardCharsets.US_ASCII));
        }
        font.getCOSObject().setItem(COSName.TO_UNICODE, stream);
        return font;
    }

    static Reading reading(byte[] pdf) {
        return reading(pdf, 1, (_, _) -> {});
    }

    static Reading reading(byte[] pdf, int first, PdfReader.Pages pages) {
        try {
            var file = Files.createTempFile("drawn", ".pdf");
            try {
                return new PdfBoxReader().read(Files.write(file, pdf), first, pages);
            } finally {
                Files.delete(file);
            }
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    static List<Page> pages(byte[] pdf) {
        var pages = new ArrayList<Page>();
        var reading = reading(pdf, 1, (page, _) -> pages.add(page));
        assertEquals(new Reading.Complete(pages.size()), reading);
        for (var page : pages) assertWordsFillTheText(page);
        return pages;
    }

    static Page page(Drawing drawing) throws IOException {
        return pages(pdf(drawing)).getFirst();
    }

    /** Every character but white space belongs to exactly one word. */
    private static void assertWordsFillTheText(Page page) {
        var uncovered = new StringBuilder(page.text());
        for (var word : page.words()) {
            for (int i = word.span().start(); i < word.span().end(); i++) {
                assertEquals(false, Character.isWhitespace(uncovered.charAt(i)), "twice, or white space");
                uncovered.setCharAt(i, ' ');
            }
        }
        assertEquals("", Pattern.compile("[ \n\t]").matcher(uncovered).replaceAll(""));
    }
}
