package kb.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.people.Tenant;

/**
 * A copy of a data directory as it stood at one moment, while a twin works there or none does.
 *
 * <p>The database is copied first: each of its rows was written after the objects it leads to, and these are deleted
 * only after the database says that their document is being erased. So what the copied rows lead to can be copied
 * afterwards, but for documents whose erasure began meanwhile; in the copy it begins too, and whoever restores it
 * finishes it. Objects that no copied row leads to are left out, and so is the index, which is made from the rest.
 */
final class Backup {
    /** The S3 server writes under such a name before it gives the object its own. */
    private static final Pattern DRAFT = Pattern.compile(".*-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path data;
    private final Path bucket;
    private final Clock clock;
    private final Consumer<String> progress;
    private final AtomicLong copied = new AtomicLong();

    /** @param bucket the folder of the objects
     * @param progress hears how far it has come, in words */
    Backup(Path data, Path bucket, Clock clock, Consumer<String> progress) {
        this.data = data;
        this.bucket = bucket;
        this.clock = clock;
        this.progress = progress;
    }

    /** @param target a file that does not exist; it appears when it is complete */
    BackupManifest to(Path target) throws IOException, SQLException {
        try (var draft = Draft.beside(target)) {
            var file = draft.file("backup");
            var manifest = write(file, draft);
            Files.move(file, target);
            return manifest;
        }
    }

    private BackupManifest write(Path file, Draft draft) throws IOException, SQLException {
        var database = data.resolve(BackupEntry.DATABASE);
        var copy = draft.file("database");
        var documents = new AtomicLong();
        var madeAt = clock.instant();
        try (var writer = new BackupWriter(file, draft.file("entries"))) {
            try (var live = new SqliteDatabase(database);
                    var snapshot = Snapshot.of(database, copy, clock)) {
                snapshot.documents((tenant, some) -> copy(tenant, some, writer));
                snapshot.follow(new Catalog(new SqliteTable(live, "documents", clock), clock));
                snapshot.documents((_, some) -> documents.addAndGet(some.size()));
            }
            writer.add(BackupEntry.DATABASE, copy);
            for (var secret : List.of(SigningSecret.FILE, S3Credentials.FILE)) {
                if (Files.exists(data.resolve(secret))) writer.add(secret, data.resolve(secret));
            }
            return writer.finish(documents.get(), madeAt);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private void copy(Tenant tenant, List<Document> documents, BackupWriter writer) {
        for (var document : documents) {
            var folder =
                    bucket.resolve(tenant.id()).resolve(document.documentId().toString());
            try {
                for (var file : objects(folder)) copy(file, writer);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            progress.accept("copied " + BackupManifest.counted(copied.incrementAndGet(), "document") + ", "
                    + BackupManifest.size(writer.bytes()));
        }
    }

    /** All of them at one moment: what vanishes while it is listed makes the list be made again. */
    private static List<Path> objects(Path folder) throws IOException {
        while (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile)
                        .filter(file ->
                                !DRAFT.matcher(file.getFileName().toString()).matches())
                        .sorted()
                        .toList();
            } catch (NoSuchFileException changing) {
                Thread.onSpinWait();
            } catch (UncheckedIOException failed) {
                if (!(failed.getCause() instanceof NoSuchFileException)) throw failed;
            }
        }
        return List.of();
    }

    private void copy(Path file, BackupWriter writer) throws IOException {
        try {
            writer.addObject(bucket.relativize(file).toString(), file);
        } catch (NoSuchFileException erasedMeanwhile) {
            // then the database says so by now
        }
    }
}
