package kb.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
    private static Request form(String contentType, String body) {
        return new Request(
                "POST",
                "/",
                "",
                Headers.of(Map.of("content-type", contentType)),
                Bytes.ofText(body.replace("\n", "\r\n")));
    }

    private static List<Multipart.Part> parts(String body) {
        return Multipart.parts(form("multipart/form-data; boundary=B", body));
    }

    private static String part(String disposition, String content) {
        return "--B\ncontent-disposition: form-data; " + disposition + "\n\n" + content + "\n";
    }

    private static String refused(String contentType, String body) {
        var refused = assertThrows(ProblemException.class, () -> Multipart.parts(form(contentType, body)));
        return ((Problem.Malformed) refused.problem()).why();
    }

    @Test
    void fields_and_files_are_read_in_order() {
        assertEquals(
                List.of(
                        new Multipart.Part("title", Optional.empty(), Bytes.ofText("é")),
                        new Multipart.Part("file", Optional.of("a.pdf"), Bytes.ofText("%PDF-\r\n"))),
                parts(part("name=title", "é") + part("name=\"file\"; filename=\"a.pdf\"", "%PDF-\n") + "--B--\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "filename=plain.pdf                         | plain.pdf",
                "filename=\"a; b=c.pdf\"                    | a; b=c.pdf",
                "filename=\"say \\\"hi\\\".pdf\"            | say \"hi\".pdf",
                "filename=\"Ünïcode 😀.pdf\"                | Ünïcode 😀.pdf",
                "filename*=UTF-8''%e2%82%ac%20rates.pdf     | € rates.pdf",
                "filename=\"x.pdf\"; filename*=UTF-8''y.pdf | y.pdf",
                "filename=\"C:\\dir\\a.pdf\"                | C:\\dir\\a.pdf",
                "filename=\"../a.pdf\"                      | ../a.pdf",
                "FILENAME=\"a.pdf\"                         | a.pdf"
            })
    void a_file_name_is_read_as_its_sender_meant_it(String parameter, String name) {
        assertEquals(
                Optional.of(name),
                parts(part("name=file; " + parameter, "x") + "--B--\n")
                        .getFirst()
                        .filename());
    }

    @Test
    void a_name_that_a_line_break_ends_is_refused() {
        var body = part("name=file; filename=\"a\nb.pdf\"", "x") + "--B--\n";
        assertEquals(
                "a file name in the form is broken off: it must not contain line breaks",
                refused("multipart/form-data; boundary=B", body));
    }

    @Test
    void a_name_with_a_null_is_given_to_who_can_refuse_it() {
        assertEquals(
                Optional.of("a\0.pdf"),
                parts(part("name=file; filename=\"a\0.pdf\"", "x") + "--B--\n")
                        .getFirst()
                        .filename());
    }

    @Test
    void a_long_name_is_given_to_who_can_refuse_it() {
        var name = "文".repeat(5_000);
        assertEquals(
                Optional.of(name),
                parts(part("name=file; filename=\"" + name + "\"", "x") + "--B--\n")
                        .getFirst()
                        .filename());
    }

    @Test
    void a_part_without_a_name_is_passed_over() {
        assertEquals(
                List.of("a"),
                parts(part("filename=x.pdf", "1") + part("name=a", "2") + "--B--\n").stream()
                        .map(Multipart.Part::name)
                        .toList());
    }

    @Test
    void a_form_in_a_form_gives_its_parts() {
        var nested = "--B\ncontent-disposition: form-data; name=files\ncontent-type: multipart/mixed; boundary=C\n\n"
                + "--C\ncontent-disposition: attachment; filename=\"a.pdf\"\n\nx\n--C--\n--B--\n";
        assertEquals(List.of(new Multipart.Part("files", Optional.of("a.pdf"), Bytes.ofText("x"))), parts(nested));
    }

    @Test
    void a_form_in_a_form_without_a_boundary_is_malformed() {
        var nested = "--B\ncontent-disposition: form-data; name=files\ncontent-type: multipart/mixed\n\nx\n--B--\n";
        assertEquals(
                "the body is not the multipart form its content type says",
                refused("multipart/form-data; boundary=B", nested));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_form_with_mistakes_is_read_or_refused_and_nothing_else(long seed) {
        var random = new Random(seed);
        var good = part("name=\"a\"; filename*=UTF-8''%c3%a9.pdf", "x")
                + part("name=a; filename=\"=?UTF-8?B?w6k=?=\"", "y")
                        .replace("--B\n", "--B\ncontent-type: multipart/mixed; boundary=C\n")
                + "--B--\n";
        for (int i = 0; i < 2_000; i++) {
            var bad = new StringBuilder(good);
            for (int j = 0; j < 3; j++)
                bad.setCharAt(random.nextInt(bad.length()), "-\"\n%=;?*'B\0é".charAt(random.nextInt(12)));
            try {
                assertFalse(parts(bad.toString()).isEmpty());
            } catch (ProblemException refused) {
                assertInstanceOf(Problem.Malformed.class, refused.problem());
            }
        }
    }

    @Test
    void a_form_has_at_most_twenty_parts() {
        assertEquals(20, parts(part("name=a", "x").repeat(20) + "--B--\n").size());
        assertEquals(
                "a form may have at most 20 parts",
                refused("multipart/form-data; boundary=B", part("name=a", "x").repeat(21) + "--B--\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=another",
                "text/plain"
            })
    void without_its_boundary_a_form_is_malformed(String contentType) {
        assertTrue(refused(contentType, part("name=a", "x") + "--B--\n").contains("form"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--B--\n",
                "--B",
                "--B\ncontent-disposition: form-data; name=a\n\nno end",
                "--B\ncontent-disposition: form-data; name=a",
                "nothing of the kind"
            })
    void a_body_that_is_no_form_is_malformed(String body) {
        assertTrue(refused("multipart/form-data; boundary=B", body).contains("form"));
    }
}
