package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kb.Pdfs;
import kb.pages.Chunk;
import kb.pages.Span;
import kb.people.Tenant;
import kb.search.IndexedChunk;
import kb.search.Vector;
import kb.store.Item;
import kb.store.Key;
import kb.store.Write;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kb residue} beside a twin and alone. */
@Timeout(120)
class ResidueCommandTest {
    /** Of the year 2023: no upload under way. */
    private static final UUID NOBODY = UUID.fromString("018bcfe5-6800-7000-8000-000000000001");

    private static final TwinProcess.Ended NOTHING =
            new TwinProcess.Ended(0, Words.NOTHING_LEFT.formatted("1 tenant") + "\n", "");
    private static final TwinProcess.Ended SOMETHING = new TwinProcess.Ended(
            1,
            "default: 1 vector, 2 objects, 1 record, 0 quotes, 1 message\n"
                    + Words.SOMETHING_LEFT.formatted(1, "1 tenant") + "\n",
            "");

    @TempDir
    Path folder;

    @Test
    void what_belongs_to_no_document_and_no_chat_is_counted_whether_a_twin_runs_or_not() throws Exception {
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), twin.token())) {
            admin.uploaded("ferry.pdf", Pdfs.of("The ferry leaves at nine."));
            assertEquals(NOTHING, residue());
            twin.signal("TERM");
            twin.ended();
        }
        assertEquals(NOTHING, residue());
        leaveThings(folder.resolve("data"));
        var before = files();
        assertEquals(SOMETHING, residue());
        assertEquals(before, files());
        try (var twin = TwinProcess.in(folder)) {
            assertEquals(SOMETHING, residue());
            assertEquals("", twin.errors());
        }
    }

    private TwinProcess.Ended residue() throws Exception {
        return TwinProcess.run(folder, Map.of(), "residue");
    }

    private static void leaveThings(Path data) throws Exception {
        var tenant = new Tenant("default");
        try (var index = new LuceneIndex(data.resolve("index/bge-small-en-v1.5-q.384.0-2"))) {
            var direction = new float[384];
            direction[0] = 1;
            var text = "nobody's";
            var chunk = new Chunk(NOBODY, NOBODY, 0, 1, new Span(0, text.length()), "", text, List.of());
            index.put(tenant, List.of(new IndexedChunk(chunk, List.of(text), Vector.of(direction))));
        }
        var objects = data.resolve("s3/knowledge-base-pdfs/default/" + NOBODY);
        Files.createDirectories(objects);
        for (var name : List.of("source.pdf", "chunks.json.gz")) Files.writeString(objects.resolve(name), "nobody's");
        try (var database = new SqliteDatabase(data.resolve("kb.db"))) {
            var row = new Item(new Key("default", "version#none#00000001"), Map.of("document_id", NOBODY.toString()));
            new SqliteTable(database, "documents", Clock.systemUTC()).write(Write.put(row));
            leaveChat(new SqliteTable(database, "chats", Clock.systemUTC()));
        }
    }

    /** As a deletion does that broke off. */
    private static void leaveChat(SqliteTable chats) {
        var chat = NOBODY.toString();
        var begun = Map.<String, Object>of("tenant", "default", "chat_id", chat, "begun_at", "2023-11-14T22:13:20Z");
        chats.write(
                Write.put(new Item(new Key("deletions", "default#wren#" + chat), begun)),
                Write.put(new Item(new Key("messages#default#" + chat, "message#" + chat), Map.of())));
    }

    private Map<String, String> files() throws Exception {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(folder.resolve("data"))) {
            for (var file : files.toList()) {
                var digest = Files.isRegularFile(file) ? Sha256.digest().digest(Files.readAllBytes(file)) : new byte[0];
                contents.put(file.toString(), HexFormat.of().formatHex(digest));
            }
        }
        return contents;
    }
}
