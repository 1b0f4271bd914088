package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kb.Pdfs;
import kb.RealDynamo;
import kb.migration.OldService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kb migrate}: from the old service's files to answers of this one. */
@Timeout(240)
class MigrateCommandTest {
    private static final byte[] GUIDE = Pdfs.of("The ferry to Norrland leaves at nine every morning.");
    private static final byte[] EARLIER = Pdfs.of("The ferry to Norrland leaves at eight every morning.");

    @TempDir
    Path folder;

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.digest().digest(bytes));
    }

    private void oldService() throws Exception {
        try (var old = new OldService(Files.createDirectories(folder.resolve("old")))) {
            old.document("'d1', 'guide.pdf', '2025-03-01T09:00:00+08:00', NULL, 7, 'Ann', '" + sha256(GUIDE)
                    + "', 2, 'w1', '{}', 2");
            old.version("'v1', 'd0', 'guide.pdf', 1, '2025-02-01T09:00:00', '2025-03-01T09:00:00', 9, 5, 'Ann', '"
                    + sha256(EARLIER) + "', 1, 'd1'");
            old.session("'s1', '42', 'Ferries', '2025-03-01T09:00:00', '2025-03-01T09:05:00', 2, 60, 0.5, NULL, NULL");
            old.message("'m1', 's1', 'user', 'When?', '2025-03-01T09:00:01', NULL, NULL");
            old.message("'m2', 's1', 'assistant', 'At nine.', '2025-03-01T09:00:02', '[]', '{\"tokens_used\": 60}'");
            old.session("'s2', '7', 'Trains', '2025-03-02T09:00:00', NULL, 0, 0, 0, NULL, NULL");
            old.session("'s3', NULL, 'Nobody''s', '2025-03-02T09:00:00', NULL, 0, 0, 0, NULL, NULL");
        }
    }

    private static final List<String> MOVED = List.of(
            "sessions s3: it has no user_id, so nobody could open it",
            "document_versions: 1 row: 1 taken over",
            "documents: 1 row: 1 taken over",
            "messages: 2 rows: 2 taken over",
            "sessions: 3 rows: 2 taken over, 1 not taken over");

    private static List<String> said(TwinProcess.Ended ended) {
        assertEquals("", ended.errors());
        assertEquals(3, ended.status());
        return ended.output().lines().toList();
    }

    @Test
    void documents_come_to_life_with_their_bytes_and_chats_belong_to_who_had_them() throws Exception {
        oldService();
        var dry = new ArrayList<>(MOVED);
        dry.add("this was a dry run: nothing was written");
        assertEquals(dry, said(TwinProcess.run(folder, Map.of(), "migrate", "old", "--dry-run")));
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), twin.token())) {
            assertEquals(List.of(), admin.documents());
            assertEquals(MOVED, said(TwinProcess.run(folder, Map.of(), "migrate", "old", "--report", "report.jsonl")));
            assertEquals(7, Files.readAllLines(folder.resolve("report.jsonl")).size());

            var waiting = admin.documents();
            assertEquals(2, waiting.size());
            for (var document : waiting) {
                assertEquals("failed", document.get("status").textValue());
                assertEquals("source_missing", document.at("/error/code").textValue());
            }
            var live = waiting.getFirst();
            assertEquals(2, live.get("version").intValue());
            assertTrue(live.get("current").booleanValue());

            // announced: the size that the old service did not know is the announced one's
            assertEquals(
                    0,
                    TwinProcess.run(folder, token(twin), "ingest", papers("guide.pdf", GUIDE))
                            .status());
            var id = live.get("document_id").textValue();
            assertEquals("ready", admin.get("/documents/" + id).get("status").textValue());
            assertEquals(
                    GUIDE.length,
                    admin.get("/documents/" + id).get("size_bytes").intValue());
            assertEquals(List.of(id), admin.found("When does the ferry to Norrland leave?"));

            // an earlier version is read and stays out of sight
            assertEquals(
                    waiting.getLast().get("document_id"),
                    admin.post("/documents/uploads", announcement(EARLIER), 202).get("document_id"));
            assertChats(twin);
        }
        assertEquals(
                "documents: 1 row: 1 taken over before",
                said(TwinProcess.run(folder, Map.of(), "migrate", "old")).get(2));
    }

    private static Map<String, Object> announcement(byte[] pdf) {
        return Map.of("filename", "guide.pdf", "size_bytes", pdf.length, "sha256", sha256(pdf));
    }

    private static Map<String, String> token(TwinProcess twin) {
        return Map.of("KB_URL", twin.address().toString(), "KB_TOKEN", twin.token());
    }

    private String papers(String name, byte[] pdf) throws Exception {
        Files.write(Files.createDirectories(folder.resolve("papers")).resolve(name), pdf);
        return "papers";
    }

    private void assertChats(TwinProcess twin) throws Exception {
        var token = TwinProcess.run(folder, Map.of(), "token", "--user", "42", "--role", "user")
                .output()
                .strip();
        try (var person = new TwinClient(twin.address(), token)) {
            var chats = person.all("/chats?limit=10");
            assertEquals(1, chats.size());
            assertEquals("Ferries", chats.getFirst().get("title").textValue());
            assertEquals(
                    "2025-03-01T09:05:00Z", chats.getFirst().get("updated_at").textValue());
            var chat = chats.getFirst().get("chat_id").textValue();
            var messages = person.all("/chats/%s/messages?limit=10".formatted(chat));
            assertEquals(
                    List.of("When?", "At nine."),
                    messages.stream().map(one -> one.get("content").textValue()).toList());
            assertEquals("unsupported", messages.getLast().get("status").textValue());
            assertEquals(60, messages.getLast().at("/usage/prompt_tokens").intValue());
            assertEquals(0.5, messages.getLast().at("/usage/cost_usd").doubleValue());
            // and it goes on
            assertEquals(
                    "answered",
                    person.ask(chat, "When does the ferry to Norrland leave?")
                            .get("status")
                            .textValue());
        }
    }

    @Test
    void into_dynamodb_by_setting() throws Exception {
        oldService();
        var dynamo = new RealDynamo();
        try {
            var settings = RealDynamo.settings(dynamo.address());
            assertEquals(MOVED, said(TwinProcess.run(folder, settings, "migrate", "old")));
            assertEquals(
                    "sessions: 3 rows: 2 taken over before, 1 not taken over",
                    said(TwinProcess.run(folder, settings, "migrate", "old")).getLast());
        } finally {
            dynamo.stop();
        }
    }

    @Test
    void a_folder_without_the_old_files_is_named() throws Exception {
        var refused = TwinProcess.run(folder, Map.of(), "migrate", ".");
        assertEquals(
                "not migrated: there is neither documents.db nor chat_sessions.db in .: name the folder of the old service",
                refused.firstError());
        assertEquals(1, refused.status());
    }
}
