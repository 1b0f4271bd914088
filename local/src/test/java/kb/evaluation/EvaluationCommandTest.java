package kb.evaluation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kb.TestTwin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an evaluation takes, and what it says when something is missing or wrong. */
class EvaluationCommandTest {
    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final String QUESTION =
            "{\"question\": \"Who founded the local history collection?\", \"document\": \"sample.pdf\", \"pages\": [2]}\n";

    @TempDir
    Path folder;

    private Path set;

    @BeforeEach
    void set() throws IOException {
        set = Files.createDirectory(folder.resolve("set"));
        Files.copy(Path.of("../postman/sample.pdf"), set.resolve("sample.pdf"));
        questions(QUESTION);
    }

    private void questions(String lines) throws IOException {
        Files.writeString(set.resolve("questions.jsonl"), lines);
    }

    private static EvaluationCommand.Answer evaluated(TestTwin twin, EvaluationCommand.Order order) throws IOException {
        var token = twin.token("evaluated-" + TENANTS.incrementAndGet(), "wren", "admin");
        return EvaluationCommand.run(order, twin.app().router()::handle, token, _ -> {});
    }

    private void assertRefused(String message) {
        assertRefused(message, new EvaluationCommand.Order(set, Optional.empty(), Optional.empty()));
    }

    /** @param message {@code SET} stands for the folder */
    private void assertRefused(String message, EvaluationCommand.Order order) {
        var refused = assertThrows(IllegalStateException.class, () -> evaluated(TestTwin.shared(), order));
        assertEquals(message, refused.getMessage().replace(set.toString(), "SET"));
    }

    @Test
    void what_is_missing_is_named() throws Exception {
        assertRefused(
                "there is no folder SET/none: name one with PDFs and questions.jsonl",
                new EvaluationCommand.Order(set.resolve("none"), Optional.empty(), Optional.empty()));
        assertRefused(
                "SET/none/figures.json cannot be written: let --json name a file in a folder that is there",
                new EvaluationCommand.Order(set, Optional.of(set.resolve("none/figures.json")), Optional.empty()));
        questions(QUESTION.replace("sample.pdf", "other.pdf"));
        assertRefused("a question names other.pdf, which is not in SET: put it there, or correct the name");
        Files.delete(set.resolve("questions.jsonl"));
        assertRefused(
                "there is no questions.jsonl in SET: put one there, a line such as {\"question\": \"…\", \"document\": \"a.pdf\", \"pages\": [3]} for each question");
    }

    @Test
    void a_line_that_is_no_question_is_named() throws Exception {
        var message =
                "line 2 of SET/questions.jsonl is no question: write {\"question\": \"…\", \"document\": \"a.pdf\", \"pages\": [3]}";
        questions(QUESTION + "{\"query\": 1}\n");
        assertRefused(message);
        questions(QUESTION + QUESTION.replace("[2]", "[0]"));
        assertRefused(message);
        Files.write(set.resolve("questions.jsonl"), "{\"question\": \"Où ?\"}".getBytes(ISO_8859_1));
        assertRefused("SET/questions.jsonl is no text in UTF-8: save it as such");
    }

    @Test
    void a_page_that_its_document_does_not_have_is_named() throws Exception {
        questions(QUESTION.replace("[2]", "[2, 77]"));
        assertRefused("a question names page 77 of sample.pdf, which has 2 pages: correct the number");
    }

    @Test
    void a_file_is_not_judged_by_another_name_of_its_bytes() throws Exception {
        Files.copy(set.resolve("sample.pdf"), set.resolve("again.pdf"));
        assertRefused("sample.pdf has the same bytes as again.pdf: leave it out, and name the other in its questions");
    }

    @Test
    void a_file_that_cannot_be_read_is_named() throws Exception {
        Files.writeString(set.resolve("broken.pdf"), "%PDF-broken");
        assertRefused("broken.pdf cannot be read (damaged): leave it out");
        Files.writeString(set.resolve("broken.pdf"), "Dear reader");
        assertRefused(
                "broken.pdf is not taken: the file has no %PDF- mark in its first 1,024 bytes; send a PDF, or leave it out");
    }

    @Test
    void a_baseline_that_is_none_is_named() throws Exception {
        for (var content : new String[] {"%PDF-", "{\"ways\": {}}"}) {
            Files.writeString(set.resolve("old.json"), content);
            assertRefused(
                    "SET/old.json is no file that --json wrote: name one, or leave --baseline out",
                    new EvaluationCommand.Order(set, Optional.empty(), Optional.of(set.resolve("old.json"))));
        }
    }

    @Test
    void an_index_that_does_not_answer_is_named_and_not_waited_for() throws Exception {
        var order = new EvaluationCommand.Order(set, Optional.empty(), Optional.empty());
        try (var twin = new TestTwin(folder.resolve("data"), Map.of("WEAVIATE_URL", "http://127.0.0.1:1"))) {
            var refused = assertThrows(IllegalStateException.class, () -> evaluated(twin, order));
            assertEquals(
                    "index: it does not answer; start it, or correct the setting that names it", refused.getMessage());
        }
    }

    @Test
    void a_pdf_too_large_for_a_request_is_put_into_storage_and_one_beyond_that_is_named() throws Exception {
        var limits = Map.of("DIRECT_UPLOAD_BYTES", "1000", "UPLOAD_BYTES", "20000");
        var order = new EvaluationCommand.Order(set, Optional.empty(), Optional.empty());
        try (var twin = new TestTwin(folder.resolve("data"), limits)) {
            var lines = evaluated(twin, order).lines();
            assertTrue(lines.getFirst().startsWith("1 documents, 2 pages, "), lines.getFirst());
            Files.write(set.resolve("longer.pdf"), new byte[20_001]);
            var refused = assertThrows(IllegalStateException.class, () -> evaluated(twin, order));
            assertEquals(
                    "longer.pdf has 20,001 bytes and UPLOAD_BYTES allows 20,000: set it to more (999999999 at most), or leave the file out",
                    refused.getMessage());
        }
    }
}
