package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import kb.Pdfs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What changes between the copy of the database and that of the objects. */
@Timeout(120)
class BackupRaceTest {
    private static final String BUCKET = "knowledge-base-pdfs";

    @TempDir
    Path folder;

    private interface Change {
        void make() throws Exception;
    }

    @Test
    void what_is_erased_or_comes_meanwhile_is_not_in_it_and_nothing_is_halved() throws Exception {
        var file = folder.resolve("backup.zip");
        String chat;
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), twin.token())) {
            var ferry = admin.uploaded("ferry.pdf", Pdfs.of("The ferry leaves at nine."));
            var mill = admin.uploaded("mill.pdf", Pdfs.of("The mill grinds rye on Mondays."));
            var guide = admin.uploaded("guide.pdf", Pdfs.of("A lost card costs four euros."));
            chat = admin.chat();
            assertEquals(
                    "answered",
                    admin.ask(chat, "How much does a lost card cost?")
                            .get("status")
                            .textValue());
            var manifest = backup(file, () -> {
                for (var id : List.of(ferry, mill, guide)) admin.delete(id);
                admin.uploaded("late.pdf", Pdfs.of("The lighthouse is painted each spring."));
            });
            assertEquals(0, manifest.documents());
        }
        try (var zip = new ZipFile(file.toFile())) {
            // of the first, which was copied before anything changed
            assertEquals(
                    5,
                    Collections.list(zip.entries()).stream()
                            .filter(entry -> entry.getName().startsWith(BackupEntry.OBJECTS))
                            .count());
        }
        assertNothingIsLeft(file, chat);
    }

    private void assertNothingIsLeft(Path file, String chat) throws Exception {
        var second = Files.createDirectory(folder.resolve("second"));
        RestoreCommand.run(
                List.of(file.toString()),
                Map.of("DATA_DIR", second.resolve("data").toString()));
        try (var twin = TwinProcess.in(second);
                var admin = new TwinClient(twin.address(), twin.token())) {
            assertEquals(List.of(), admin.documents());
            // the erasure goes on after the start, quotes last
            while (admin.get("/chats/" + chat + "/messages").toString().contains("four euros")) Thread.onSpinWait();
            assertFalse(hasFiles(second.resolve("data/s3").resolve(BUCKET)));
            twin.signal("TERM");
            assertEquals(143, twin.ended());
        }
        var residue = ResidueCommand.run(
                List.of(), Map.of("DATA_DIR", second.resolve("data").toString()));
        assertEquals(List.of(Words.NOTHING_LEFT.formatted("1 tenant")), residue.lines());
    }

    private static boolean hasFiles(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            return files.anyMatch(Files::isRegularFile);
        }
    }

    /** @param change happens when the objects of the first document are copied */
    private BackupManifest backup(Path file, Change change) throws Exception {
        var data = folder.resolve("data");
        var changed = new AtomicBoolean();
        Consumer<String> progress = _ -> {
            if (changed.getAndSet(true)) return;
            try {
                change.make();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        };
        return new Backup(data, data.resolve("s3").resolve(BUCKET), Clock.systemUTC(), progress).to(file);
    }
}
