package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import kb.Pdfs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backup while people upload, replace and delete, and the twin that is started from it. */
@Timeout(300)
class BackupTrafficTest {
    private static final String QUESTION = "How much does a lost card cost?";

    @TempDir
    Path folder;

    /** What must come back as it was. */
    private record Before(
            String token, Map<String, JsonNode> documents, JsonNode citations, String chat, JsonNode messages) {}

    @Test
    void every_document_comes_back_whole_or_not_at_all() throws Exception {
        var first = Files.createDirectory(folder.resolve("first"));
        var file = folder.resolve("all.zip");
        Before before;
        try (var twin = TwinProcess.in(first);
                var admin = new TwinClient(twin.address(), twin.token())) {
            before = before(admin, twin.token());
            try (var _ = new Traffic(() -> new TwinClient(twin.address(), twin.token()))) {
                var backup = TwinProcess.run(first, Map.of(), "backup", file.toString());
                assertEquals(0, backup.status(), backup::errors);
                assertEquals("", backup.errors());
                assertTrue(
                        backup.output().endsWith("To restore it: DATA_DIR=new-folder kb restore " + file + "\n"),
                        backup::output);
            }
        }
        var second = Files.createDirectory(folder.resolve("second"));
        var restored = TwinProcess.run(second, Map.of(), "restore", file.toString());
        assertEquals(new TwinProcess.Ended(0, restored.output(), ""), restored);
        try (var twin = TwinProcess.in(second);
                var admin = new TwinClient(twin.address(), before.token())) {
            assertUnchanged(before, admin);
            assertWhole(admin, second);
            assertUnchanged(before, admin);
            var residue = TwinProcess.run(second, Map.of(), "residue");
            assertEquals(new TwinProcess.Ended(0, Words.NOTHING_LEFT.formatted("1 tenant") + "\n", ""), residue);
        }
    }

    private static Before before(TwinClient admin, String token) throws Exception {
        var documents = new LinkedHashMap<String, JsonNode>();
        for (int i = 0; i < 5; i++) {
            var id = admin.uploaded(
                    "river%d.pdf".formatted(i), Pdfs.of("River number %d feeds mill %d.".formatted(i, i)));
            documents.put(id, admin.get("/documents/" + id));
        }
        var guide = admin.uploaded("guide.pdf", Pdfs.of("Members of the library.", "A lost card costs four euros."));
        documents.put(guide, admin.get("/documents/" + guide));
        var chat = admin.chat();
        var citations = admin.ask(chat, QUESTION).get("citations");
        assertEquals(guide, citations.get(0).get("document_id").textValue());
        return new Before(token, documents, citations, chat, admin.get("/chats/" + chat + "/messages"));
    }

    private static void assertUnchanged(Before before, TwinClient admin) throws Exception {
        for (var document : before.documents().entrySet())
            assertEquals(document.getValue(), admin.get("/documents/" + document.getKey()));
        assertEquals(before.messages(), admin.get("/chats/" + before.chat() + "/messages"));
        assertEquals(before.citations(), admin.ask(admin.chat(), QUESTION).get("citations"));
    }

    private static void assertWhole(TwinClient admin, Path home) throws Exception {
        var ids = new TreeSet<String>();
        for (var listed : admin.documents()) {
            var document = admin.finished(listed.get("document_id").textValue());
            var id = document.get("document_id").textValue();
            ids.add(id);
            if (document.get("status").textValue().equals("ready")) assertWhole(admin, document);
            else assertTrue(document.get("error").get("code").isTextual(), document::toString);
        }
        // what was being erased is erased to the end
        while (!folders(home).equals(ids)) Thread.onSpinWait();
    }

    private static void assertWhole(TwinClient admin, JsonNode document) throws Exception {
        var id = document.get("document_id").textValue();
        var content = admin.send("GET", "/documents/" + id + "/content", "application/json", new byte[0]);
        assertEquals(302, content.statusCode());
        var pdf = java.net
                .URI
                .create(content.headers().firstValue("location").orElseThrow())
                .toURL()
                .openStream()
                .readAllBytes();
        assertEquals(
                document.get("sha256").textValue(),
                HexFormat.of().formatHex(Sha256.digest().digest(pdf)));
        var chunks = admin.get("/documents/" + id + "/chunks").get("items");
        assertEquals(document.get("chunks").intValue(), chunks.size());
        var found = admin.found(chunks.get(0).get("text").textValue());
        assertEquals(document.get("current").booleanValue(), found.contains(id), document::toString);
    }

    /** Documents that have objects in storage. */
    private static TreeSet<String> folders(Path home) throws Exception {
        var bucket = home.resolve("data/s3/knowledge-base-pdfs/default");
        var names = new TreeSet<String>();
        for (var document : list(bucket)) {
            if (!list(document).isEmpty()) names.add(document.getFileName().toString());
        }
        return names;
    }

    private static List<Path> list(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (NoSuchFileException vanished) {
            return List.of();
        }
    }
}
