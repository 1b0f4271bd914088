package kb.pdf;

import static kb.pdf.Drawn.HELVETICA;
import static kb.pdf.Drawn.lines;
import static kb.pdf.Drawn.pages;
import static kb.pdf.Drawn.pdf;
import static kb.pdf.Drawn.reading;
import static kb.pdf.Drawn.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import kb.ingest.PdfReader.Reading;
import kb.ingest.PdfReader.Reason;
import kb.pages.Page;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfBoxReaderTest {
    @Test
    void pages_are_given_one_by_one_from_the_first_that_is_wanted() throws IOException {
        var heard = new ArrayList<String>();
        var pdf = pdf((page, content) -> {}, (page, content) -> lines(content, 72, 700, "two"), (page, content) -> {});
        reading(pdf, 1, (page, all) -> heard.add("%d of %d: %s".formatted(page.number(), all, page.text())));
        assertEquals(List.of("1 of 3: ", "2 of 3: two", "3 of 3: "), heard);
        var rest = new ArrayList<Integer>();
        reading(pdf, 3, (page, _) -> rest.add(page.number()));
        assertEquals(List.of(3), rest);
    }

    @Test
    void a_failure_of_who_takes_the_pages_is_not_the_file_s() throws IOException {
        var pdf = pdf((page, content) -> {});
        assertThrows(
                IllegalStateException.class,
                () -> reading(pdf, 1, (_, _) -> {
                    throw new IllegalStateException("the store is down");
                }));
    }

    @Test
    void a_document_without_pages_says_so() throws IOException {
        assertEquals(new Reading.Unreadable(Reason.NO_PAGES), reading(pdf()));
    }

    @Test
    void more_than_5000_pages_are_too_many() throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < PdfBoxReader.MOST_PAGES; i++) document.addPage(new PDPage());
            assertEquals(5_000, pages(Drawn.bytes(document)).size());
            document.addPage(new PDPage());
            assertEquals(new Reading.Unreadable(Reason.TOO_MANY_PAGES), reading(Drawn.bytes(document)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 128, 256})
    void a_user_s_password_is_asked_for_an_owner_s_is_not(int bits) throws IOException {
        assertEquals(new Reading.Unreadable(Reason.PASSWORD_REQUIRED), reading(encrypted("secret", bits)));
        assertEquals("locked?", pages(encrypted("", bits)).getFirst().text());
    }

    private static byte[] encrypted(String userPassword, int bits) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                lines(content, 72, 700, "locked?");
            }
            var forbidden = new AccessPermission();
            forbidden.setCanExtractContent(false);
            var policy = new StandardProtectionPolicy("owner", userPassword, forbidden);
            policy.setEncryptionKeyLength(bits);
            document.protect(policy);
            return Drawn.bytes(document);
        }
    }

    @Test
    void encryption_we_cannot_undo_is_named() {
        // encrypted for the holders of certificates: that needs BouncyCastle
        var pdf = Drawn.raw(
                "/Encrypt 4 0 R /ID [<00> <00>]",
                "<</Type /Catalog /Pages 2 0 R>>",
                "<</Type /Pages /Kids [3 0 R] /Count 1>>",
                "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>",
                "<</Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 2 /Length 128 /Recipients [<00>]>>");
        assertEquals(new Reading.Unreadable(Reason.UNSUPPORTED_ENCRYPTION), reading(pdf));
    }

    @Test
    void a_bad_page_does_not_lose_the_others() {
        var mixed = documentOf("[3 0 R 4 0 R]");
        assertEquals(
                List.of("", "still here"), pages(mixed).stream().map(Page::text).toList());
        var bad = documentOf("[3 0 R 3 0 R]");
        assertEquals(new Reading.Unreadable(Reason.DAMAGED), reading(bad));
    }

    /** Object 3 is a page whose font lacks its glyphs, object 4 a sound one. */
    private static byte[] documentOf(String pages) {
        return Drawn.raw(
                "",
                "<</Type /Catalog /Pages 2 0 R>>",
                "<</Type /Pages /Kids %s /Count 2 /MediaBox [0 0 500 500]>>".formatted(pages),
                "<</Type /Page /Parent 2 0 R /Contents 5 0 R /Resources <</Font <</F 6 0 R>>>>>>",
                "<</Type /Page /Parent 2 0 R /Contents 5 0 R /Resources <</Font <</F 7 0 R>>>>>>",
                "<</Length 40>>\nstream\nBT /F 10 Tf 50 50 Td (still here) Tj ET  \nendstream",
                "<</Type /Font /Subtype /Type0 /BaseFont /Lost>>",
                "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>");
    }

    @Test
    void a_page_that_draws_without_end_is_stopped() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var inner = form(document, null, "BT /F 1 Tf (%s) Tj ET".formatted("x".repeat(200)));
            for (int i = 0; i < 12; i++) inner = form(document, inner, "/X Do ".repeat(8));
            page.setResources(inner.getResources());
            try (var content = new PDPageContentStream(document, page)) {
                content.drawForm(inner);
            }
            assertEquals(new Reading.Unreadable(Reason.LIMIT_EXCEEDED), reading(Drawn.bytes(document)));
        }
    }

    private static PDFormXObject form(PDDocument document, PDFormXObject inner, String content) throws IOException {
        var form = new PDFormXObject(document);
        form.setBBox(new PDRectangle(1000, 1000));
        form.setResources(new PDResources());
        form.getResources().put(COSName.getPDFName("F"), HELVETICA);
        if (inner != null) form.getResources().put(COSName.getPDFName("X"), inner);
        try (var out = form.getContentStream().createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return form;
    }

    @Test
    void page_trees_and_forms_that_hold_themselves_end() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var form = form(document, null, "/X Do");
            form.getResources().put(COSName.getPDFName("X"), form);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawForm(form);
            }
            var tree = document.getPages().getCOSObject();
            ((COSArray) tree.getDictionaryObject(COSName.KIDS)).add(tree);
            assertEquals(new Reading.Complete(2), reading(Drawn.bytes(document)));
        }
    }

    @Test
    void a_file_cut_or_scrambled_anywhere_ends_in_a_reading() throws IOException {
        var whole = pdf((page, content) -> {
            lines(content, 72, 700, "some text", "to be damaged");
            text(content, HELVETICA, 20, 72, 600, "and more");
        });
        for (int length = 0; length < whole.length; length += 23) assertNotNull(reading(Arrays.copyOf(whole, length)));
        var random = new Random(42);
        for (int i = 0; i < 200; i++) {
            var scrambled = whole.clone();
            for (int j = 0; j < 20; j++) scrambled[random.nextInt(whole.length)] = (byte) random.nextInt(256);
            assertNotNull(reading(scrambled));
        }
    }

    @Test
    void what_is_no_pdf_is_damaged() {
        var noise = new byte[10_000];
        new Random(7).nextBytes(noise);
        assertEquals(new Reading.Unreadable(Reason.DAMAGED), reading(noise));
        assertEquals(new Reading.Unreadable(Reason.DAMAGED), reading(new byte[0]));
        assertEquals(new Reading.Unreadable(Reason.DAMAGED), reading("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
    }
}
