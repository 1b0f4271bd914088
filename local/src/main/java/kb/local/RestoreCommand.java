package kb.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import kb.config.Config;

/** Makes a data directory out of a backup, all of it or none. */
final class RestoreCommand {
    private RestoreCommand() {}

    /** Returns what to tell the person. */
    static String run(List<String> words, Map<String, String> settings) {
        var file = Path.of(Arguments.only("restore", "the file that kb backup wrote", words))
                .toAbsolutePath()
                .normalize();
        var config = Config.from(settings);
        var directory = Path.of(config.twin().dataDirectory());
        try {
            return restore(file, config.storage().bucket(), DataDirectory.unused(directory));
        } catch (IOException unwritable) {
            throw new IllegalStateException(
                    "the data directory %s cannot be written: give its disk space, or set DATA_DIR to another"
                            .formatted(directory.toAbsolutePath().normalize()),
                    unwritable);
        }
    }

    private static String restore(Path file, String bucketName, Path data) throws IOException {
        try (var backup = BackupFile.open(file);
                var draft = Draft.beside(data)) {
            var folder = Private.folder(draft.file("data"));
            var bucket = folder.resolve("s3").resolve(bucketName);
            backup.extract(entry -> place(entry, folder, bucket), new ProgressLine()::show);
            putInPlace(folder, data);
            return Words.restored(backup.manifest(), data);
        }
    }

    /** Nobody else can read it, at no moment; the S3 server shows to anybody what everybody on this machine may read. */
    private static Path place(BackupEntry entry, Path folder, Path bucket) throws IOException {
        var isObject = entry.name().startsWith(BackupEntry.OBJECTS);
        var file = isObject
                ? bucket.resolve(entry.name().substring(BackupEntry.OBJECTS.length()))
                : folder.resolve(entry.name());
        Files.createDirectories(file.getParent());
        return Private.newFile(file);
    }

    /** Fails when something came there meanwhile. */
    private static void putInPlace(Path folder, Path data) {
        try {
            Files.move(folder, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException inTheWay) {
            throw new IllegalStateException(
                    "the data directory %s cannot be put in place: set DATA_DIR to a folder that does not exist yet"
                            .formatted(data),
                    inTheWay);
        }
    }
}
