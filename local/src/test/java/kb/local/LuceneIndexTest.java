package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import kb.people.Tenant;
import kb.search.ChunkIndex;
import kb.search.ChunkIndexContract;
import kb.search.ChunkScopeContract;
import kb.search.ChunkSearchContract;
import kb.search.ChunkTokensContract;
import kb.search.Samples;
import kb.search.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest implements ChunkIndexContract, ChunkSearchContract, ChunkTokensContract, ChunkScopeContract {
    private static final UUID DOCUMENT = new UUID(1, 1);

    private final Path folder;
    private LuceneIndex index;

    LuceneIndexTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() {
        index = new LuceneIndex(folder);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Override
    public ChunkIndex index() {
        return index;
    }

    @Test
    void everything_is_there_after_a_restart() throws IOException {
        var tenant = Samples.tenant();
        index.put(tenant, List.of(Samples.token(DOCUMENT, 0, "word"), Samples.token(DOCUMENT, 1, "more")));
        var before = index.byKeywords(Scope.all(tenant), List.of("word"), 5);
        close();
        open();
        assertEquals(before, index.byKeywords(Scope.all(tenant), List.of("word"), 5));
        assertEquals(2, index.count(tenant, DOCUMENT));
        assertEquals(2, index.delete(tenant, DOCUMENT));
        close();
        open();
        assertEquals(0, index.count(tenant, DOCUMENT));
    }

    @Test
    void a_second_opening_is_refused_and_told_what_to_do() {
        var refused = assertThrows(IllegalStateException.class, () -> new LuceneIndex(folder));
        assertEquals("another process uses the index in " + folder + ": stop it first", refused.getMessage());
    }

    @Test
    void what_a_killed_process_put_before_is_there_and_the_index_can_be_written(@TempDir Path another)
            throws Exception {
        var killed = Writer.start(another);
        int put = 0;
        try (var lines = killed.inputReader()) {
            while (put < 20 && lines.readLine() != null) put++;
            var refused = assertThrows(IllegalStateException.class, () -> new LuceneIndex(another));
            assertTrue(refused.getMessage().endsWith(": stop it first"), refused::getMessage);
        } finally {
            killed.destroyForcibly().waitFor();
        }
        assertEquals(20, put);
        try (var usable = new LuceneIndex(another)) {
            for (int n = 0; n < put; n++) assertEquals(1, usable.count(Writer.TENANT, new UUID(n, n)), "document " + n);
            usable.put(Writer.TENANT, List.of(Samples.token(DOCUMENT, 0, "word")));
            assertEquals(1, usable.count(Writer.TENANT, DOCUMENT));
        }
    }

    /** A process of its own: puts documents for ever, and prints the number of each when the call has returned. */
    static final class Writer {
        static final Tenant TENANT = new Tenant("writer");

        private Writer() {}

        static Process start(Path folder) throws IOException {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            return new ProcessBuilder(
                            java,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        }

        static void main(String[] arguments) {
            var index = new LuceneIndex(Path.of(arguments[0]));
            for (int n = 0; ; n++) {
                index.put(TENANT, List.of(Samples.token(new UUID(n, n), 0, "word")));
                System.out.println(n);
            }
        }
    }
}
