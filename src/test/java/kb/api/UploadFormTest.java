package kb.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kb.http.Bytes;
import kb.http.Call;
import kb.http.Caller;
import kb.http.Headers;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Request;
import kb.http.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadFormTest {
    private static final Limits LIMITS = new Limits(2_000, 9_000);

    private static UploadForm parsed(String type, String query, String body) {
        var request =
                new Request("POST", "/documents", query, Headers.of(Map.of("content-type", type)), Bytes.ofText(body));
        return UploadForm.parse(new Call(request, Map.of(), Caller.ANONYMOUS), LIMITS);
    }

    private static UploadForm plain(String query, String body) {
        return parsed("application/pdf", query, body);
    }

    private static UploadForm form(String... parts) {
        return parsed("multipart/form-data; boundary=B", "", String.join("", parts) + "--B--\r\n");
    }

    private static String part(String disposition, String content) {
        return "--B\r\ncontent-disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private static void refused(Problem problem, org.junit.jupiter.api.function.Executable parsing) {
        assertEquals(problem, assertThrows(ProblemException.class, parsing).problem());
    }

    private static Problem invalid(String field, String message) {
        return new Problem.Invalid(List.of(new Violation(field, message)));
    }

    @Test
    void a_pdf_is_the_part_named_file_or_the_whole_body() {
        var form = form(part("name=title", "x"), part("name=file; filename=a.pdf", "%PDF-1.7"));
        assertEquals("a.pdf", form.filename().text());
        assertEquals(Bytes.ofText("%PDF-1.7"), form.content());
        var plain = plain("filename=a%20b.pdf", "%PDF-1.7");
        assertEquals("a b.pdf", plain.filename().text());
        assertEquals(Bytes.ofText("%PDF-1.7"), plain.content());
    }

    @Test
    void two_files_in_a_form_are_refused() {
        refused(
                invalid("file", "is there 2 times: send one file a request"),
                () -> form(part("name=file; filename=a.pdf", "%PDF-a"), part("name=file; filename=b.pdf", "%PDF-b")));
    }

    @Test
    void a_form_without_a_named_file_is_told_what_is_missing() {
        var missing = invalid("file", "is required: one part of this name, with the PDF and its file name");
        refused(missing, () -> form(part("name=document; filename=a.pdf", "%PDF-")));
        refused(missing, () -> form(part("name=file", "%PDF-")));
    }

    @ParameterizedTest
    @CsvSource({
        "filename=,                 filename, must not be blank",
        "'',                        filename, is required",
        "filename=..,               filename, must have more than dots",
        "filename=a%0Ab,            filename, 'must not contain line breaks, other control characters or halves of characters'",
        "filename=a.pdf&replace=1,  replace,  must be true or false",
        "filename=a.pdf&tag=fees,   tag,      'is not known here; known are: filename, replace'"
    })
    void a_query_that_names_no_file_is_told_why(String query, String field, String message) {
        refused(invalid(field, message), () -> plain(query, "%PDF-"));
    }

    @Test
    void a_name_whose_bytes_are_no_text_is_malformed() {
        var latin1 = part("name=file; filename=caf\u00e9.pdf", "%PDF-") + "--B--\r\n";
        var request = new Request(
                "POST",
                "/documents",
                "",
                Headers.of(Map.of("content-type", "multipart/form-data; boundary=B")),
                Bytes.of(latin1.getBytes(StandardCharsets.ISO_8859_1)));
        refused(
                new Problem.Malformed("the file name is not UTF-8: send its text in UTF-8"),
                () -> UploadForm.parse(new Call(request, Map.of(), Caller.ANONYMOUS), LIMITS));
    }

    @Test
    void a_form_names_its_file_itself() {
        refused(
                invalid("filename", "is not known here; known are: replace"),
                () -> parsed(
                        "multipart/form-data; boundary=B", "filename=b.pdf", part("name=file; filename=a", "%PDF-")));
    }

    @Test
    void either_kind_of_upload_may_replace() {
        assertEquals(true, plain("filename=a.pdf&replace=true", "%PDF-").replace());
        assertEquals(false, plain("filename=a.pdf", "%PDF-").replace());
        var form = parsed(
                "multipart/form-data; boundary=B",
                "replace=true",
                part("name=file; filename=a.pdf", "%PDF-") + "--B--\r\n");
        assertEquals(true, form.replace());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "", "application/octet-stream", "application/json"})
    void any_other_type_is_refused(String type) {
        refused(
                new Problem.UnsupportedMediaType("multipart/form-data, application/pdf"),
                () -> parsed(type, "filename=a.pdf", "%PDF-"));
    }

    @Test
    void nothing_is_no_pdf() {
        refused(new Problem.EmptyFile(), () -> plain("filename=a.pdf", ""));
        refused(new Problem.EmptyFile(), () -> form(part("name=file; filename=a.pdf", "")));
    }

    @Test
    void the_mark_stands_within_the_first_1024_bytes() {
        assertEquals(
                1_028,
                plain("filename=a", "x".repeat(1_023) + "%PDF-").content().length());
        for (var body : List.of("x".repeat(1_024) + "%PDF-", "%PDF", "PDF-1.7", "%pdf-1.7", "x")) {
            refused(new Problem.NotAPdf(), () -> plain("filename=a", body));
        }
        assertEquals(5, plain("filename=a", "%PDF-").content().length());
    }

    @Test
    void a_pdf_at_the_limit_is_taken_and_one_byte_more_is_not() {
        var largest = "%PDF-" + "x".repeat(1_995);
        assertEquals(2_000, plain("filename=a", largest).content().length());
        assertEquals(
                2_000, form(part("name=file; filename=a", largest)).content().length());
        var tooLarge = new Problem.TooLarge(
                "a PDF in a request",
                2_000,
                "announce it with POST /documents/uploads, and put it where the answer says");
        refused(tooLarge, () -> plain("filename=a", largest + "x"));
        refused(tooLarge, () -> form(part("name=file; filename=a", largest + "x")));
        refused(tooLarge, () -> form(part("name=title", "x".repeat(LIMITS.largestBody()))));
    }

    @Test
    void a_form_that_is_none_is_malformed() {
        assertEquals(
                Problem.Malformed.class,
                assertThrows(ProblemException.class, () -> parsed("multipart/form-data", "", "x"))
                        .problem()
                        .getClass());
    }
}
