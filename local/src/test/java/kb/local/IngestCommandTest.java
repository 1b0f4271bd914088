package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kb.Pdfs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kb ingest} and {@code kb ask} as processes beside a twin. */
@Timeout(240)
class IngestCommandTest {
    @TempDir
    Path folder;

    private Path put(String path, byte[] content) throws Exception {
        var file = folder.resolve("papers").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private TwinProcess.Ended run(TwinProcess twin, String... words) throws Exception {
        return TwinProcess.run(folder, Map.of("KB_URL", twin.address().toString(), "KB_TOKEN", twin.token()), words);
    }

    private static List<String> said(String text) {
        return text.lines().toList();
    }

    @Test
    void a_folder_is_taken_in_once_and_what_is_new_of_it_afterwards() throws Exception {
        var ferry = Pdfs.of("The ferry leaves at nine.");
        put("ferry.pdf", ferry);
        put("inner/copy.pdf", ferry);
        put("inner/big.pdf", Pdfs.of("The harbour was built in 1911.", "A second page.", "A third one."));
        put("none.pdf", "no PDF at all".getBytes());
        try (var twin = TwinProcess.in(folder, Map.of("DIRECT_UPLOAD_BYTES", "1000"), List.of());
                var admin = new TwinClient(twin.address(), twin.token())) {
            var first = run(twin, "ingest", "papers");
            assertEquals(
                    List.of(
                            "ferry.pdf: added",
                            "big.pdf: added",
                            "copy.pdf: there already, under a new name too",
                            "none.pdf: not taken in: the file has no %PDF- mark in its first 1,024 bytes; send a PDF",
                            "papers: 4 PDFs",
                            "     2 added",
                            "     1 there already, under a new name too",
                            "     1 not taken in"),
                    said(first.output()));
            assertEquals("", first.errors());
            assertEquals(3, first.status());

            Files.delete(folder.resolve("papers/none.pdf"));
            put("ferry.pdf", Pdfs.of("The ferry leaves at ten."));
            var second = run(twin, "ingest", "papers");
            assertEquals(
                    List.of(
                            "ferry.pdf: not taken in: the name is taken by other bytes: --replace makes it the next version",
                            "big.pdf: there already",
                            "copy.pdf: there already"),
                    said(second.output()).subList(0, 3));
            assertEquals(3, second.status());

            var third = run(twin, "ingest", "papers", "--replace", "--flat");
            assertEquals(List.of("ferry.pdf: replaced", "papers: 1 PDF", "     1 replaced"), said(third.output()));
            assertEquals(0, third.status());
            assertEquals(3, admin.documents().size());
        }
    }

    @Test
    void an_answer_comes_with_its_sources_and_the_chat_to_go_on_with() throws Exception {
        put("ferry.pdf", Pdfs.of("The ferry to Norrland leaves at nine every morning."));
        try (var twin = TwinProcess.in(folder)) {
            run(twin, "ingest", "papers");
            var asked = run(twin, "ask", "When does the ferry to Norrland leave?");
            assertEquals(0, asked.status(), asked::errors);
            var lines = said(asked.output());
            assertEquals("The ferry to Norrland leaves at nine every morning. [1]", lines.getFirst());
            assertTrue(lines.contains("[1] ferry.pdf, page 1"), asked::output);
            assertTrue(lines.contains("    “The ferry to Norrland leaves at nine every morning.”"), asked::output);

            var chat = lines.getLast().split(" ")[6];
            var json = run(twin, "ask", "--chat", chat, "--json", "What is the capital of Mongolia?");
            assertEquals(3, json.status());
            var message = new ObjectMapper().readTree(json.output());
            assertEquals(chat, message.get("chat_id").textValue());
            assertEquals("not_in_documents", message.get("status").textValue());

            var unknown = run(twin, "ask", "--chat", "none", "Why?");
            assertEquals("not asked: you have no chat none: leave --chat out to begin one", unknown.firstError());
            assertEquals(1, unknown.status());
        }
    }

    @Test
    void what_cannot_be_reached_or_is_not_allowed_is_said_with_what_to_do() throws Exception {
        put("ferry.pdf", Pdfs.of("The ferry leaves at nine."));
        try (var twin = TwinProcess.in(folder)) {
            var reader = TwinProcess.run(folder, Map.of(), "token", "--role", "user")
                    .output()
                    .strip();
            var settings = new TreeMap<>(Map.of("KB_URL", twin.address().toString()));
            assertEquals(
                    "not all taken in: a service at an address of its own wants a token of its own: set KB_TOKEN to one",
                    TwinProcess.run(folder, settings, "ingest", "papers").firstError());
            settings.put("KB_TOKEN", reader);
            var refused = TwinProcess.run(folder, settings, "ingest", "papers");
            assertEquals("not all taken in: needs a token with the role manager", refused.firstError());
            assertEquals(1, refused.status());
            assertEquals(
                    "not all taken in: there is no folder nowhere: name one that holds PDFs",
                    run(twin, "ingest", "nowhere").firstError());
        }
    }

    @Test
    void without_an_address_it_is_the_twin_of_these_settings() throws Exception {
        put("ferry.pdf", Pdfs.of("The ferry to Norrland leaves at nine."));
        var alone = TwinProcess.run(folder, Map.of(), "ingest", "papers");
        assertEquals(List.of("ferry.pdf: added", "papers: 1 PDF", "     1 added"), said(alone.output()));
        assertEquals("", alone.errors());
        try (var twin = TwinProcess.in(folder)) {
            var port = Map.of("PORT", String.valueOf(twin.address().getPort()));
            var beside = TwinProcess.run(folder, port, "ingest", "papers");
            assertEquals("ferry.pdf: there already", said(beside.output()).getFirst());
            assertEquals(0, beside.status());
            var asked = TwinProcess.run(folder, port, "ask", "When does the ferry to Norrland leave?");
            assertEquals(0, asked.status(), asked::errors);
            var elsewhere = TwinProcess.run(folder, Map.of("PORT", "1"), "ingest", "papers");
            assertEquals(
                    "not all taken in: the Knowledge Base that uses the data directory ./data does not listen on port 1: set PORT as it has it, or name its address with --url",
                    elsewhere.firstError());
        }
    }
}
