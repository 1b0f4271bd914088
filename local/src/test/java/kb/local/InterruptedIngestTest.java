package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kb.Pdfs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kb ingest} of 200 files, killed and stopped on the way and started again: nothing doubled, nothing missed. */
@Timeout(600)
class InterruptedIngestTest {
    private static final int FILES = 200;
    private static final int KILLED = 137;
    private static final int STOPPED = 130;

    @TempDir
    Path folder;

    @BeforeEach
    void papers() throws Exception {
        var papers = Files.createDirectories(folder.resolve("papers"));
        for (int i = 0; i < FILES; i++) {
            Files.write(
                    papers.resolve("day-%03d.pdf".formatted(i)), Pdfs.of("The ferry of day " + i + " leaves at nine."));
        }
    }

    @Test
    void beside_a_twin() throws Exception {
        try (var twin = TwinProcess.in(folder)) {
            var settings = Map.of("KB_URL", twin.address().toString(), "KB_TOKEN", twin.token());
            assertEquals(KILLED, interrupted(settings, "KILL", 40));
            assertEquals(STOPPED, interrupted(settings, "INT", 110));
            whole(settings);
            assertEachOnce(twin);
        }
    }

    @Test
    void in_a_twin_of_its_own_that_ends_with_it() throws Exception {
        assertEquals(KILLED, interrupted(Map.of(), "KILL", 40));
        assertEquals(STOPPED, interrupted(Map.of(), "INT", 110));
        whole(Map.of());
        try (var twin = TwinProcess.in(folder)) {
            assertEachOnce(twin);
        }
    }

    private Process ingest(Map<String, String> settings) throws Exception {
        return JavaProgram.builder(folder, settings, JavaProgram.command(Main.class, List.of("ingest", "papers")))
                .redirectError(folder.resolve("errors-of-ingest.log").toFile())
                .start();
    }

    /** @return the exit code of an ingestion that hears a signal once it has told of so many files */
    private int interrupted(Map<String, String> settings, String signal, int files) throws Exception {
        var process = ingest(settings);
        try (var told = process.inputReader()) {
            for (int i = 0; i < files; i++) told.readLine();
            new ProcessBuilder("kill", "-s", signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            told.lines().forEach(_ -> {});
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Takes as long as a busy machine needs. */
    private void whole(Map<String, String> settings) throws Exception {
        var process = ingest(settings);
        try (var told = process.inputReader()) {
            var counts = new TreeMap<String, Integer>();
            for (var line : told.lines().filter(line -> line.startsWith("  ")).toList()) {
                var words = line.strip().split(" ", 2);
                counts.put(words[1], Integer.valueOf(words[0]));
            }
            assertEquals(0, process.waitFor());
            assertEquals(Set.of("added", "there already"), counts.keySet());
            assertEquals(FILES, counts.get("added") + counts.get("there already"), counts::toString);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void assertEachOnce(TwinProcess twin) throws Exception {
        try (var admin = new TwinClient(twin.address(), twin.token())) {
            var names = new TreeSet<String>();
            var documents = admin.documents();
            for (var document : documents) {
                names.add(document.get("filename").textValue());
                assertEquals("ready", document.get("status").textValue(), document::toString);
                assertEquals(1, document.get("version").intValue(), document::toString);
                assertEquals(0, document.get("aliases").size(), document::toString);
            }
            assertEquals(FILES, documents.size());
            assertEquals(FILES, names.size());
        }
    }
}
