package kb.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentParserTest {
    private static final String PARTS = "0123456789012345678900000..--+eE  \n\t[]()<>/%nTdfR\u0000\u00e9";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 0 0 -1 72.5 700 cm",
                "-.5 5. .25 -0 -0.0 007 1.50 -12.75 Td",
                "0.1 0.23999999 16777217.0 123456.789012 999999999999999 0.000000000000001 m",
                "[(A) -120 (B) 35.5<0041>-7/Name[1 2]3] TJ",
                "12345678901234567 0.12345678901234567890 99999999999999999999 re",
                "--5 -+5 1-2 1.2.3 0.00-35 -12.-1 4-",
                "1e3 [1e3 2E-1 3e 4]",
                ". - + [. -]",
                "1Td 2[3]TJ 4(x)Tj 5%note\n6 7",
                "8"
            })
    void numbers_are_those_that_PDFBox_reads(String content) throws IOException {
        assertEquals(tokens(new PDFStreamParser(page(content))), tokens(ours(content)));
    }

    @Test
    void whatever_a_page_says_is_what_PDFBox_reads_in_it() throws IOException {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            var content = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--)
                content.append(PARTS.charAt(random.nextInt(PARTS.length())));
            numbers_are_those_that_PDFBox_reads(content.toString());
        }
    }

    /** Half-way between two numbers of the kind {@code float}, but for what 15 digits leave out: a {@code double} has no room for that. */
    @Test
    void a_fraction_is_rounded_once() throws IOException {
        var random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            var halfWay = new BigDecimal((1 << 24 | random.nextInt(1 << 24) | 1) / (double) (1 << 25));
            var written = halfWay.setScale(15, RoundingMode.HALF_EVEN).toPlainString();
            numbers_are_those_that_PDFBox_reads(written.substring(1) + " w");
        }
    }

    private static ContentParser ours(String content) throws IOException {
        return new ContentParser(new PageInMemory(page(content)));
    }

    private static PDPage page(String content) throws IOException {
        var stream = new COSStream();
        try (var out = stream.createOutputStream()) {
            out.write(content.getBytes(ISO_8859_1));
        }
        var page = new PDPage();
        page.getCOSObject().setItem(COSName.CONTENTS, stream);
        return page;
    }

    /** Up to the end, or to what can't be read. */
    private static List<String> tokens(PDFStreamParser parser) {
        var tokens = new ArrayList<String>();
        try {
            for (var token = parser.parseNextToken(); token != null; token = parser.parseNextToken())
                tokens.add(shown(token));
        } catch (IOException unreadable) {
            tokens.add(unreadable.getClass().getSimpleName());
        }
        return tokens;
    }

    /** A number by its bits: so that none is nearly the same. */
    private static String shown(Object token) {
        if (token instanceof COSFloat number) return "COSFloat " + Float.floatToRawIntBits(number.floatValue());
        if (!(token instanceof COSArray array)) return token.toString();
        var parts = new ArrayList<String>();
        for (var part : array) parts.add(part == null ? "null" : shown(part));
        return parts.toString();
    }
}
