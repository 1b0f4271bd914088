package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import kb.Pdfs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kb backup} and {@code kb restore} as a person types them. */
@Timeout(120)
class BackupCommandTest {
    @TempDir
    Path folder;

    @Test
    void what_cannot_be_backed_up() throws Exception {
        assertEnds(
                "no backup: there is nothing in the data directory %s: set DATA_DIR to that of a Knowledge Base"
                        .formatted(folder.resolve("data")),
                "backup",
                "here.zip");
        var notes = Files.writeString(folder.resolve("notes.txt"), "mine");
        new SqliteDatabase(folder.resolve("data/kb.db")).close();
        for (var command : List.of("backup notes", "residue")) {
            var error = "no %s in the data directory %s: set PDF_BUCKET_NAME as the server has it"
                    .formatted("bucket knowledge-base-pdfs", folder.resolve("data"));
            var ended = TwinProcess.run(folder, Map.of(), command.split(" "));
            assertTrue(ended.errors().endsWith(error + "\n"), ended.errors());
        }
        Files.createDirectories(folder.resolve("data/s3/knowledge-base-pdfs"));
        assertEnds(
                "no backup: %s exists already: name a folder, or a new file that ends in .zip".formatted(notes),
                "backup",
                "notes.txt");
        assertEnds(
                "no backup: there is no folder %s: make it, or name a new file that ends in .zip"
                        .formatted(folder.resolve("disk/backups")),
                "backup",
                "disk/backups");
        assertEnds(
                "no backup: there is no folder %s: make it, or choose another".formatted(folder.resolve("disk")),
                "backup",
                "disk/kb.zip");
        assertEnds(
                "no backup: the folder /proc is not writable: make it so, or choose another", "backup", "/proc/kb.zip");
        assertEquals(List.of("data", "notes.txt"), names(folder));
        assertEquals("mine", Files.readString(notes));
    }

    @Test
    void a_folder_gets_a_file_that_only_its_owner_reads() throws Exception {
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), twin.token())) {
            admin.uploaded("ferry.pdf", Pdfs.of("The ferry leaves at nine."));
            var backups = Files.createDirectory(folder.resolve("my backups"));
            var ended = TwinProcess.run(folder, Map.of(), "backup", "my backups");
            assertEquals("", ended.errors());
            var name = names(backups).getFirst();
            assertTrue(name.matches("knowledge-base-\\d{8}T\\d{6}Z\\.zip"), name);
            assertEquals(List.of(name), names(backups));
            var file = backups.resolve(name);
            assertTrue(ended.output().endsWith("kb restore '" + file + "'\n"), ended.output());
            assertTrue(ended.output().startsWith("Backed up " + folder.resolve("data") + " (1 document, "));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            try (var zip = new ZipFile(file.toFile())) {
                for (var secret : List.of("jwt-secret", "s3-credentials")) assertTrue(zip.getEntry(secret) != null);
            }
            assertNotRestoredHere(file);
        }
    }

    @Test
    void one_that_is_stopped_leaves_nothing_behind() throws Exception {
        Files.createDirectories(folder.resolve("data/s3/knowledge-base-pdfs"));
        new SqliteDatabase(folder.resolve("data/kb.db")).close();
        // a secret that cannot be read to its end: the backup waits there
        var pipe = folder.resolve("data/jwt-secret");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        var backup = TwinProcess.begin(folder, "backup", "all.zip");
        try (var _ = Files.newOutputStream(pipe)) {
            assertEquals(2, names(folder).size(), names(folder)::toString);
            backup.destroy();
            assertEquals(143, backup.waitFor());
        }
        assertEquals(List.of("data"), names(folder));
    }

    private void assertNotRestoredHere(Path file) throws Exception {
        assertEnds(
                "not restored: another Knowledge Base uses the data directory %s: stop it, or set DATA_DIR to another"
                        .formatted(folder.resolve("data")),
                "restore",
                file.toString());
        var other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("notes.txt"), "mine");
        var ended = TwinProcess.run(folder, Map.of("DATA_DIR", "other"), "restore", file.toString());
        assertEquals(
                ("not restored: the data directory %s is not empty, and nothing there is overwritten:"
                                + " set DATA_DIR to a folder that does not exist yet\n")
                        .formatted(other),
                ended.errors());
        assertEquals(1, ended.status());
        assertEquals(List.of("notes.txt"), names(other));
        Files.delete(other.resolve("notes.txt"));
        assertEquals(
                0,
                TwinProcess.run(folder, Map.of("DATA_DIR", "other"), "restore", file.toString())
                        .status());
        for (var secret : List.of("jwt-secret", "s3-credentials")) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(other.resolve(secret))));
        }
        assertEquals(List.of("jwt-secret", "kb.db", "s3", "s3-credentials"), names(other));
        assertEquals(notes(folder.resolve("data/s3")), notes(other.resolve("s3")));
    }

    /** What the S3 server noted beside each object. */
    private static Map<String, String> notes(Path folder) throws Exception {
        var notes = new TreeMap<String, String>();
        try (var files = Files.walk(folder).filter(Files::isRegularFile)) {
            for (var file : files.toList()) {
                for (var attribute : FileAttributes.of(file).entrySet())
                    notes.put(folder.relativize(file) + " " + attribute.getKey(), new String(attribute.getValue()));
            }
        }
        return notes;
    }

    private void assertEnds(String error, String... line) throws Exception {
        assertEquals(new TwinProcess.Ended(1, "", error + "\n"), TwinProcess.run(folder, Map.of(), line));
    }

    private static List<String> names(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("errors.log"))
                    .sorted()
                    .toList();
        }
    }
}
