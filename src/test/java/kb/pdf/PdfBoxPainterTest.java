package kb.pdf;

import static kb.pdf.Drawn.HELVETICA;
import static kb.pdf.Drawn.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import kb.ingest.PdfReader.Reason;
import kb.pages.Box;
import kb.pictures.PagePainter.Painting;
import kb.pictures.PagePainter.Wanted;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PdfBoxPainterTest {
    @TempDir
    private Path folder;

    private Painting painting(byte[] pdf, Wanted wanted) throws IOException {
        return new PdfBoxPainter().paint(Files.write(folder.resolve("some.pdf"), pdf), wanted);
    }

    private byte[] png(byte[] pdf, Wanted wanted) throws IOException {
        return assertInstanceOf(Painting.Painted.class, painting(pdf, wanted))
                .png()
                .array();
    }

    private BufferedImage drawn(byte[] pdf, Wanted wanted) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png(pdf, wanted)));
    }

    private static Wanted plain(int page, double scale) {
        return new Wanted(page, scale, List.of());
    }

    @ParameterizedTest
    @EnumSource(FontName.class)
    void letters_of_every_standard_font_are_drawn_without_a_font_of_the_machine(FontName name) throws IOException {
        var font = new PDType1Font(name);
        var letters =
                name == FontName.ZAPF_DINGBATS ? "\u2701\u2702" : name == FontName.SYMBOL ? "\u03b1\u03b2" : "Hamburg";
        var picture = drawn(Drawn.pdf((_, content) -> text(content, font, 40, 100, 700, letters)), plain(1, 1));
        var inked = 0;
        for (int x = 100; x < 400; x++) for (int y = 90; y < 160; y++) if ((picture.getRGB(x, y) & 0xff) < 128) inked++;
        assertTrue(inked > 100, inked + " dark points");
    }

    @ParameterizedTest
    @CsvSource({"0, 200, 100", "90, 100, 200", "180, 200, 100", "270, 100, 200"})
    void a_box_of_a_word_lies_over_the_word_however_the_page_is_turned(int turned, int width, int height)
            throws IOException {
        var pdf = turned(turned);
        var word = Drawn.pages(pdf).getFirst().words().getFirst();
        var picture = drawn(pdf, new Wanted(1, 2, List.of(word.box())));
        assertEquals(List.of(2 * width, 2 * height), List.of(picture.getWidth(), picture.getHeight()));
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                var dark = (picture.getRGB(x, y) >> 16 & 0xff) < 128;
                if (dark) assertTrue(around(word.box(), x / 2.0, y / 2.0), "ink beside the word at " + x + ", " + y);
            }
        }
        assertEquals(0xffffff, picture.getRGB(1, 1) & 0xffffff);
        var middle =
                picture.getRGB((int) (2 * word.box().l()), (int) (2 * word.box().t()));
        assertTrue((middle & 0xff) < 250, "the marker is over it");
    }

    private static boolean around(Box box, double x, double y) {
        return x > box.l() - 1 && x < box.r() + 1 && y > box.t() - 1 && y < box.b() + 1;
    }

    private static byte[] turned(int degrees) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(400, 400));
            page.setCropBox(new PDRectangle(50, 70, 200, 100));
            page.setRotation(degrees);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                text(content, HELVETICA, 20, 80, 100, "Word");
            }
            return Drawn.bytes(document);
        }
    }

    @Test
    void a_picture_of_noise_is_made_smaller_until_it_has_four_megabytes() throws IOException {
        var pdf = noise();
        var png = png(pdf, plain(1, 4));
        assertTrue(png.length > 2_000_000 && png.length <= 4_000_000, png.length + " bytes");
        var picture = ImageIO.read(new ByteArrayInputStream(png));
        assertTrue(picture.getWidth() > 900, picture.getWidth() + " wide");
    }

    private static byte[] noise() throws IOException {
        var random = new Random(7);
        var image = new BufferedImage(2000, 2000, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 2000; x++) for (int y = 0; y < 2000; y++) image.setRGB(x, y, random.nextInt());
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(500, 500));
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 500, 500);
            }
            return Drawn.bytes(document);
        }
    }

    /** Readers walk the tree; PDFBox's renderer counts. */
    @Test
    void a_page_behind_a_count_that_lies_is_the_one_that_was_read() throws IOException {
        byte[] honest = Drawn.pdf(
                (_, content) -> text(content, HELVETICA, 20, 80, 700, "First"),
                (_, content) -> text(content, HELVETICA, 20, 80, 700, "Second"));
        byte[] lying;
        try (var document = org.apache.pdfbox.Loader.loadPDF(honest)) {
            document.getPages().getCOSObject().setInt(COSName.COUNT, 1);
            lying = Drawn.bytes(document);
        }
        assertEquals(2, Drawn.pages(lying).size());
        assertArrayEquals(png(honest, plain(2, 1)), png(lying, plain(2, 1)));
        assertFalse(java.util.Arrays.equals(png(honest, plain(1, 1)), png(lying, plain(2, 1))));
    }

    @Test
    void what_cannot_be_drawn_has_a_reason() throws IOException {
        assertEquals(new Painting.Failed(Reason.DAMAGED), painting(new byte[100], plain(1, 1)));
        var one = Drawn.pdf((_, content) -> text(content, HELVETICA, 20, 80, 700, "First"));
        assertEquals(new Painting.Failed(Reason.DAMAGED), painting(one, plain(2, 1)));
    }
}
