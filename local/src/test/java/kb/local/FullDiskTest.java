package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kb.Pdfs;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kb backup} and {@code kb restore} where there is no room: a sentence says so, nothing is halved, and all is as it was. */
@Timeout(120)
class FullDiskTest {
    /** No file may have more than 4 MB: in a shell's blocks of 512 bytes. */
    private static final List<String> LITTLE_ROOM = List.of("sh", "-c", "ulimit -f 8192; exec \"$@\"", "sh");

    private static final int BALLAST = 6_000_000;

    @TempDir
    Path folder;

    @Test
    void documents_that_find_no_room_in_a_backup_or_on_their_way_back() throws Exception {
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), twin.token())) {
            admin.uploaded("ferry.pdf", heavy(Pdfs.of("The ferry leaves at nine.")));
        }
        var file = folder.resolve("all.zip");
        assertEnds(
                "no backup: %s cannot be written completely: give its folder space, or choose another".formatted(file),
                Map.of(),
                "backup",
                "all.zip");
        assertEquals(List.of("data"), names());

        var whole = TwinProcess.run(folder, Map.of(), "backup", "all.zip");
        assertTrue(whole.output().contains("(1 document, "), whole::output);
        var size = Files.size(file);
        assertEnds(
                "not restored: the data directory %s cannot be written: give its disk space, or set DATA_DIR to another"
                        .formatted(folder.resolve("new")),
                Map.of("DATA_DIR", "new"),
                "restore",
                "all.zip");
        assertEquals(List.of("all.zip", "data"), names());
        assertEquals(size, Files.size(file));
        var again = TwinProcess.run(folder, Map.of("DATA_DIR", "new"), "restore", "all.zip");
        assertEquals(0, again.status(), again::errors);
    }

    @Test
    void a_database_that_finds_no_room_in_a_backup() throws Exception {
        Files.createDirectories(folder.resolve("data/s3/knowledge-base-pdfs"));
        var database = folder.resolve("data/kb.db");
        new SqliteDatabase(database).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var ballast = connection.createStatement()) {
            ballast.execute("CREATE TABLE ballast AS SELECT randomblob(%d)".formatted(BALLAST));
        }
        var before = Files.readAllBytes(database);
        assertEnds(
                "no backup: the database cannot be copied to %s: give its folder space, or choose another"
                        .formatted(folder),
                Map.of(),
                "backup",
                "all.zip");
        assertEquals(List.of("data"), names());
        assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(database)));
    }

    private void assertEnds(String error, Map<String, String> settings, String... line) throws Exception {
        var command = new ArrayList<>(LITTLE_ROOM);
        command.addAll(JavaProgram.command(Main.class, List.of(line)));
        var process = JavaProgram.builder(folder, settings, command).start();
        try (var output = process.inputReader();
                var errors = process.errorReader()) {
            assertEquals(error + "\n", errors.readAllAsString());
            assertEquals("", output.readAllAsString());
        }
        assertEquals(1, process.waitFor());
    }

    /** With something in it that nobody sees and nothing compresses. */
    private static byte[] heavy(byte[] pdf) throws Exception {
        var ballast = new byte[BALLAST];
        new Random(1).nextBytes(ballast);
        try (var document = Loader.loadPDF(pdf);
                var out = new ByteArrayOutputStream()) {
            var stream = new PDStream(document, new ByteArrayInputStream(ballast));
            document.getDocumentCatalog().getCOSObject().setItem("Ballast", stream.getCOSObject());
            document.save(out);
            return out.toByteArray();
        }
    }

    private List<String> names() throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("errors.log"))
                    .sorted()
                    .toList();
        }
    }
}
