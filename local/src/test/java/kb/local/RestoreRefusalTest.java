package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import kb.App;
import kb.Pdfs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is not a whole backup is refused in a sentence, and leaves nothing behind. */
@Timeout(120)
class RestoreRefusalTest {
    @TempDir
    static Path home;

    @TempDir
    Path folder;

    @BeforeAll
    static void backup() throws Exception {
        try (var twin = TwinProcess.in(home);
                var admin = new TwinClient(twin.address(), twin.token())) {
            admin.uploaded("ferry.pdf", Pdfs.of("The ferry leaves at nine."));
        }
        // after what was like a power cut
        BackupCommand.run(
                List.of(good().toString()),
                Map.of("DATA_DIR", home.resolve("data").toString()));
    }

    private static Path good() {
        return home.resolve("good.zip");
    }

    @Test
    void a_file_that_is_not_there_or_no_backup() throws Exception {
        var missing = folder.resolve("missing.zip");
        assertRefused(missing, "there is no %s: name the file that kb backup wrote");
        assertRefused(home, "%s is a folder: name the file that kb backup wrote");
        assertRefused(
                Files.writeString(folder.resolve("notes.txt"), "notes"),
                "%s is no backup, or not all of one, or not yours to read: name a whole file that kb backup wrote");
        assertRefused(
                changed(name -> name.equals(BackupManifest.FILE) ? null : name, text -> text),
                "%s is no backup of a Knowledge Base: name a file that kb backup wrote");
    }

    @Test
    void a_beginning_of_a_backup() throws Exception {
        var bytes = Files.readAllBytes(good());
        for (var length : new int[] {0, 1, 30, bytes.length / 2, bytes.length - 22, bytes.length - 1}) {
            var file = Files.write(folder.resolve("beginning.zip"), Arrays.copyOf(bytes, length));
            assertRefused(
                    file,
                    "%s is no backup, or not all of one, or not yours to read: name a whole file that kb backup wrote");
        }
    }

    @Test
    void another_format() throws Exception {
        assertRefused(
                changed(
                        name -> name,
                        text -> text.replace("{\"format\":1,\"product\":\"", "{\"format\":2,\"product\":\"9")),
                "%s is a backup in format 2, and this Knowledge Base " + App.version()
                        + " reads format 1: restore it with version 9" + App.version() + " or newer");
    }

    @Test
    void entries_that_lead_out_of_the_folder() throws Exception {
        for (var name : List.of("objects/../../evil", "/evil", "../kb.db", "objects/default/..", "kb.db/x", "other")) {
            assertRefused(
                    changed(
                            entry -> entry.equals("kb.db") ? name : entry,
                            text -> text.replace("\"kb.db\"", "\"" + name + "\"")),
                    "%s holds " + name + ", which no backup holds: name a file that kb backup wrote");
        }
    }

    @Test
    void entries_that_are_missing_or_too_many() throws Exception {
        assertRefused(
                changed(name -> name.equals("jwt-secret") ? null : name, text -> text),
                "%s is damaged (jwt-secret): restore from another copy of it");
        assertRefused(
                changed(name -> name, text -> text.replaceFirst("\\{\"name\":\"jwt-secret\".*\n", "")),
                "%s is damaged (entries.jsonl): restore from another copy of it");
    }

    /** A byte may be of no importance, such as one of a file's date; what is restored is the same, or nothing is. */
    @Test
    void any_single_changed_byte() throws Exception {
        var bytes = Files.readAllBytes(good());
        var whole = restored(good());
        var random = new Random(1);
        var refused = 0;
        for (int i = 0; i < 300; i++) {
            var at = i < 100 ? bytes.length - 1 - i : random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            try {
                assertEquals(whole, restored(Files.write(folder.resolve("changed.zip"), bytes)));
            } catch (IllegalStateException expected) {
                refused++;
                assertEquals(List.of("changed.zip"), names());
            }
            bytes[at] = Files.readAllBytes(good())[at];
        }
        assertTrue(refused > 150, "refused " + refused);
    }

    /** Restores into a new folder, and removes that again. */
    private Map<String, String> restored(Path file) throws IOException {
        var data = folder.resolve("data");
        RestoreCommand.run(List.of(file.toString()), Map.of("DATA_DIR", data.toString()));
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(data)) {
            for (var path : files.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isRegularFile(path)) {
                    var digest = Sha256.digest().digest(Files.readAllBytes(path));
                    contents.put(
                            data.relativize(path).toString(), HexFormat.of().formatHex(digest));
                }
                Files.delete(path);
            }
        }
        return contents;
    }

    /** A backup written anew. @param name of each entry, null for none */
    private Path changed(UnaryOperator<String> name, UnaryOperator<String> text) throws IOException {
        var file = folder.resolve("changed.zip");
        try (var zip = new ZipFile(good().toFile());
                var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : Collections.list(zip.entries())) {
                var renamed = name.apply(entry.getName());
                if (renamed == null) continue;
                out.putNextEntry(new ZipEntry(renamed));
                var bytes = zip.getInputStream(entry).readAllBytes();
                var isText =
                        entry.getName().contains(".json") && !entry.getName().endsWith(".gz");
                out.write(isText ? text.apply(new String(bytes)).getBytes() : bytes);
            }
        }
        return file;
    }

    private void assertRefused(Path file, String sentence) throws IOException {
        var before = names();
        var settings = Map.of("DATA_DIR", folder.resolve("data").toString());
        var refusal =
                assertThrows(IllegalStateException.class, () -> RestoreCommand.run(List.of(file.toString()), settings));
        assertEquals(sentence.formatted(file), refusal.getMessage());
        assertEquals(before, names());
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
