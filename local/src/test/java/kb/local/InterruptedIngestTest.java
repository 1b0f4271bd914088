package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import kb.Pdfs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kb ingest} of 200 files, killed and stopped on the way and started again: nothing doubled, nothing missed. */
@Timeout(300)
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
            whole(TwinProcess.run(folder, settings, "ingest", "papers"));
            assertEachOnce(twin);
        }
    }

    @Test
    void in_a_twin_of_its_own_that_ends_with_it() throws Exception {
        assertEquals(KILLED, interrupted(Map.of(), "KILL", 40));
        assertEquals(STOPPED, interrupted(Map.of(), "INT", 110));
        whole(TwinProcess.run(folder, Map.of(), "ingest", "papers"));
        try (var twin = TwinProcess.in(folder)) {
            assertEachOnce(twin);
        }
    }

    /** @return the exit code of an ingestion that hears a signal once it has told of so many files */
    private int interrupted(Map<String, String> settings, String signal, int files) throws Exception {
        var process = JavaProgram.builder(
                        folder, settings, JavaProgram.command(Main.class, List.of("ingest", "papers")))
                .redirectError(folder.resolve("errors-of-ingest.log").toFile())
                .start();
        try (var told = new BufferedReader(process.inputReader())) {
            for (int i = 0; i < files; i++) told.readLine();
            new ProcessBuilder("kill", "-s", signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            while (told.readLine() != null) continue;
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void whole(TwinProcess.Ended ended) {
        assertEquals(0, ended.status(), ended::errors);
        var counts = new TreeMap<String, Integer>();
        for (var line :
                ended.output().lines().filter(line -> line.startsWith("  ")).toList()) {
            var words = line.strip().split(" ", 2);
            counts.put(words[1], Integer.valueOf(words[0]));
        }
        assertEquals(FILES, counts.get("added") + counts.get("there already"), counts::toString);
        assertEquals(2, counts.size(), counts::toString);
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
