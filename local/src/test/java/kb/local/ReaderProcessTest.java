package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kb.Pdfs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process that reads PDFs for the twin. */
@Timeout(180)
class ReaderProcessTest {
    @TempDir
    Path folder;

    @Test
    void it_starts_with_the_first_document() throws Exception {
        try (var twin = TwinProcess.in(folder)) {
            assertEquals(0, twin.server().children().count());
            read(twin);
            assertEquals(1, twin.server().children().count());
        }
    }

    /** The twin takes ten seconds for its farewell at most, its child less. */
    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL"})
    void it_ends_with_the_twin_and_leaves_no_file(String signal) throws Exception {
        var temporary = Files.createDirectory(folder.resolve("temporary"));
        var settings = Map.of("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        try (var twin = TwinProcess.in(folder, settings, java.util.List.of())) {
            read(twin);
            var reader = twin.server().children().findFirst().orElseThrow();
            assertTrue(holdsReader(temporary));
            twin.signal(signal);
            twin.ended();
            reader.onExit().get(10, TimeUnit.SECONDS);
            assertFalse(holdsReader(temporary));
        }
    }

    private static boolean holdsReader(Path temporary) throws Exception {
        try (var files = Files.list(temporary)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("knowledge-base-reader"));
        }
    }

    @Test
    void its_end_in_the_middle_of_nothing_goes_unnoticed() throws Exception {
        try (var twin = TwinProcess.in(folder)) {
            read(twin);
            var reader = twin.server().children().findFirst().orElseThrow();
            reader.destroyForcibly();
            reader.onExit().get();
            read(twin);
        }
    }

    @Test
    void a_file_that_kills_it_fails_and_the_next_is_read() throws Exception {
        try (var twin = TwinProcess.in(folder)) {
            var caller = new TwinCaller(twin);
            var bomb = kb.contained.hostile.Bombs.all()
                    .get("a font program that decodes to half a gigabyte")
                    .get();
            var failed = caller.finished(caller.upload("bomb.pdf", bomb));
            assertEquals("failed", failed.get("status").textValue());
            assertEquals("limit_exceeded", failed.get("error").get("code").textValue());
            read(twin);
        }
    }

    private static void read(TwinProcess twin) throws Exception {
        var caller = new TwinCaller(twin);
        var name = "n%d.pdf".formatted(System.nanoTime());
        var document = caller.finished(caller.upload(name, Pdfs.of("The ferry leaves at nine. " + name)));
        assertEquals("ready", document.get("status").textValue());
    }
}
