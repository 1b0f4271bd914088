package kb;

import static kb.ApiContract.assertProblem;
import static kb.ApiContract.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of an upload that is wrong: a typed problem that says what to do, nothing stored, and a service that goes on. */
public interface BadUploadContract extends Contract {
    Map<String, String> PDF = Map.of("content-type", "application/pdf");
    Map<String, String> FORM = Map.of("content-type", "multipart/form-data; boundary=a-boundary-no-pdf-holds");

    @AfterEach
    default void uploads_are_still_taken() throws Exception {
        var writer = as("manager");
        assertEquals(202, writer.upload("good.pdf", Pdfs.of("A good one.")).status());
        assertEquals(1, ids(writer.get("/documents"), "document_id").size());
    }

    @Test
    default void what_is_no_pdf_is_refused_and_not_stored() throws Exception {
        var writer = as("manager");
        assertProblem(422, "not-a-pdf", writer.upload("letter.pdf", "Dear reader".getBytes(StandardCharsets.UTF_8)));
        assertProblem(422, "empty-file", writer.upload("empty.pdf", new byte[0]));
        assertProblem(422, "empty-file", writer.send("POST", "/documents?filename=empty.pdf", PDF, new byte[0]));
        assertProblem(
                415,
                "unsupported-media-type",
                writer.send("POST", "/documents", Map.of("content-type", "text/plain"), Pdfs.of("Hi")));
        assertProblem(415, "unsupported-media-type", writer.send("POST", "/documents", Map.of(), Pdfs.of("Hi")));
        assertProblem(422, "invalid", writer.upload("document", "guide.pdf", Pdfs.of("Hi")));
        assertEquals(List.of(), ids(writer.get("/documents"), "document_id"));
    }

    @Test
    default void a_form_that_is_none_is_refused() throws Exception {
        var writer = as("manager");
        var body = Client.form("file", "guide.pdf", Pdfs.of("Hi"));
        assertProblem(
                400,
                "malformed",
                writer.send("POST", "/documents", Map.of("content-type", "multipart/form-data"), body));
        var wrong = Map.of("content-type", "multipart/form-data; boundary=another");
        assertProblem(400, "malformed", writer.send("POST", "/documents", wrong, body));
        var cut = Arrays.copyOf(body, body.length / 2);
        assertProblem(400, "malformed", writer.send("POST", "/documents", FORM, cut));
        assertEquals(List.of(), ids(writer.get("/documents"), "document_id"));
    }

    @Test
    default void a_pdf_over_the_limit_is_refused_and_one_at_the_limit_is_not() throws Exception {
        var writer = as("manager");
        var small = Pdfs.of("A small document.");
        var most = (int) limits().directUploadBytes();
        var largest = Arrays.copyOf(small, most);
        assertProblem(413, "too-large", writer.upload("large.pdf", Arrays.copyOf(small, most + 1_000_000)));
        assertProblem(413, "too-large", writer.upload("large.pdf", Arrays.copyOf(small, most + 1)));
        assertProblem(
                413,
                "too-large",
                writer.send("POST", "/documents?filename=a.pdf", PDF, Arrays.copyOf(small, most + 1)));
        assertEquals(List.of(), ids(writer.get("/documents"), "document_id"));
        assertEquals(202, writer.upload("largest.pdf", largest).status());
    }

    @Test
    default void names_that_are_none_are_refused_and_odd_ones_are_kept() throws Exception {
        var writer = as("manager");
        for (var name : List.of("../../etc/passwd.pdf", "a\\b.pdf", "x".repeat(5_000), "..", "gnp.\u202Eexe.pdf")) {
            var refused = writer.send("POST", "/documents?filename=" + encoded(name), PDF, Pdfs.of("Hi"));
            assertProblem(422, "invalid", refused);
            assertEquals(
                    "filename",
                    refused.json().get("violations").get(0).get("field").textValue());
        }
        for (var name : List.of("two\nlines.pdf", "null\u0000.pdf", " ")) {
            assertProblem(
                    422, "invalid", writer.send("POST", "/documents?filename=" + encoded(name), PDF, Pdfs.of("Hi")));
        }
        assertProblem(422, "invalid", writer.send("POST", "/documents", PDF, Pdfs.of("Hi")));
        for (var name : List.of("../up.pdf", "x".repeat(5_000), "文".repeat(256), "null\u0000.pdf", "..", " ")) {
            assertProblem(422, "invalid", writer.upload(name, Pdfs.of("Hi")));
        }
        assertEquals(List.of(), ids(writer.get("/documents"), "document_id"));

        var odd = "Ünïcode 😀 & 'quotes' <b>.pdf";
        var kept = writer.upload(odd, Pdfs.of("Hi there"));
        assertEquals(202, kept.status(), kept::text);
        assertEquals(odd, kept.json().get("filename").textValue());
    }

    @Test
    default void a_name_in_the_extended_notation_is_read_and_checked() throws Exception {
        var writer = as("manager");
        assertProblem(
                422, "invalid", writer.send("POST", "/documents", FORM, form("file; filename*=UTF-8''a%0Ab.pdf")));
        assertProblem(422, "invalid", writer.send("POST", "/documents", FORM, form("file")));
        assertEquals(List.of(), ids(writer.get("/documents"), "document_id"));
        var kept = writer.send("POST", "/documents", FORM, form("file; filename*=UTF-8''%e2%82%ac%20rates.pdf"));
        assertEquals("€ rates.pdf", kept.json().get("filename").textValue());
    }

    private static byte[] form(String name) {
        return ("--a-boundary-no-pdf-holds\r\ncontent-disposition: form-data; name=" + name
                        + "\r\n\r\n%PDF-1.7\r\n--a-boundary-no-pdf-holds--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    default void what_only_the_parser_can_know_ends_as_failed_with_a_code() throws Exception {
        var writer = as("manager");
        var files = Map.of(
                "password_required", Pdfs.locked("secret", "Hidden."),
                "no_pages", Pdfs.of(),
                "damaged", "%PDF-1.7\nand then nothing of the kind".getBytes(StandardCharsets.UTF_8));
        for (var file : files.entrySet()) {
            var id = writer.upload(file.getKey() + ".pdf", file.getValue())
                    .json()
                    .get("document_id")
                    .textValue();
            var document = writer.ready(id);
            assertEquals("failed", document.get("status").textValue(), document::toString);
            assertEquals(file.getKey(), document.get("error").get("code").textValue());
            assertTrue(document.get("error").get("detail").textValue().length() > 10);
            assertEquals(
                    0,
                    writer.get("/documents/" + id + "/chunks")
                            .json()
                            .get("items")
                            .size());
        }
        assertEquals(
                0,
                writer.sendJson("POST", "/search", Map.of("query", "hidden"))
                        .json()
                        .get("passages")
                        .size());
        var again = writer.upload("damaged.pdf", files.get("damaged"));
        assertEquals(202, again.status());
        assertEquals(
                "failed",
                writer.ready(again.json().get("document_id").textValue())
                        .get("status")
                        .textValue());
    }

    @Test
    default void a_pdf_without_text_is_ready_and_says_so() throws Exception {
        var writer = as("manager");
        var document = writer.ready(writer.upload("blank.pdf", Pdfs.of("", ""))
                .json()
                .get("document_id")
                .textValue());
        assertEquals("ready", document.get("status").textValue(), document::toString);
        assertEquals(2, document.get("pages").intValue());
        assertEquals(0, document.get("chunks").intValue());
        assertEquals("[\"no_text\"]", document.get("warnings").toString());
    }
}
