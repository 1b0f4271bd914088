package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import kb.EmbeddingService;
import kb.Pdfs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kb reindex} beside a twin and alone, and a twin that is killed while its index changes. */
@Timeout(180)
class ReindexCommandTest {
    private static final TwinProcess.Ended DONE = new TwinProcess.Ended(0, Words.reindexed(1) + "\n", "");
    private static final String QUESTION = "When does the ferry leave?";

    @TempDir
    Path folder;

    private Set<String> indexes() throws IOException {
        try (var all = Files.list(folder.resolve("data/index"))) {
            return new TreeSet<>(all.map(path -> path.getFileName().toString()).toList());
        }
    }

    private TwinProcess.Ended reindex() throws Exception {
        return TwinProcess.run(folder, Map.of(), "reindex");
    }

    private static String index(int generation) {
        return "bge-small-en-v1.5-q.384." + generation + "-2";
    }

    @Test
    void without_a_twin_it_makes_the_index_itself() throws Exception {
        String ferry;
        String token;
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), twin.token())) {
            token = twin.token();
            ferry = admin.uploaded("ferry.pdf", Pdfs.of("The ferry leaves at nine."));
        }
        assertEquals(Set.of(index(0)), indexes());
        assertQuiet(reindex());
        assertEquals(Set.of(index(1)), indexes());
        assertQuiet(reindex());
        assertEquals(Set.of(index(2)), indexes());
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), token)) {
            assertEquals(List.of(ferry), admin.found(QUESTION));
        }
    }

    /** Apart from its log. */
    private static void assertQuiet(TwinProcess.Ended ended) {
        assertEquals(DONE.status(), ended.status(), ended::errors);
        assertEquals(DONE.output(), ended.output());
    }

    @Test
    void a_twin_that_runs_makes_it_and_every_search_finds_everything_meanwhile() throws Exception {
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), twin.token())) {
            var ferry = admin.uploaded("ferry.pdf", Pdfs.of("The ferry leaves at nine."));
            admin.uploaded("mill.pdf", Pdfs.of("The mill grinds rye on Mondays."));
            var command = CompletableFuture.supplyAsync(() -> {
                try {
                    return reindex();
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            while (!indexes().equals(Set.of(index(1)))) {
                var found = admin.found(QUESTION);
                assertEquals(2, found.size(), found::toString);
                assertEquals(ferry, found.getFirst());
                assertTrue(!command.isCompletedExceptionally());
            }
            assertEquals(DONE, command.get());
            assertEquals(2, admin.found(QUESTION).size());
        }
    }

    @Test
    void a_twin_that_is_killed_in_the_middle_goes_on_after_the_next_start() throws Exception {
        String ferry;
        String token;
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), twin.token())) {
            token = twin.token();
            ferry = admin.uploaded("ferry.pdf", Pdfs.of("The ferry leaves at nine."));
            admin.uploaded("mill.pdf", Pdfs.of("The mill grinds rye on Mondays."));
        }
        try (var service = new EmbeddingService()) {
            var settings = EmbeddingService.settings(service.address(), "words");
            service.hold("The ferry");
            try (var twin = TwinProcess.in(folder, settings, List.of());
                    var admin = new TwinClient(twin.address(), token)) {
                while (!service.asked().containsKey("words: The ferry leaves at nine.")) Thread.onSpinWait();
                assertEquals(ferry, admin.found(QUESTION).getFirst());
            }
            assertEquals(Set.of(index(0), "words.64.0-2"), indexes());
            service.release();
            try (var twin = TwinProcess.in(folder, settings, List.of());
                    var admin = new TwinClient(twin.address(), token)) {
                while (!indexes().equals(Set.of("words.64.0-2"))) {
                    assertEquals(2, admin.found(QUESTION).size());
                }
                assertEquals(ferry, admin.found(QUESTION).getFirst());
            }
        }
    }

    @Test
    void where_nothing_was_ever_kept_there_is_nothing_to_reindex() throws Exception {
        var ended = reindex();
        assertEquals(1, ended.status());
        assertEquals(
                "not reindexed: there is nothing in the data directory "
                        + folder.toRealPath().resolve("data") + ": set DATA_DIR to that of a Knowledge Base",
                ended.firstError());
        assertEquals(2, TwinProcess.run(folder, Map.of(), "reindex", "all").status());
    }
}
