package kb.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import kb.config.Config;
import kb.config.TwinConfig;

/** The folder that holds everything. */
final class DataDirectory {
    private static final String LOCK = "lock";

    private DataDirectory() {}

    /**
     * Makes it private where it is not there yet. A folder that is there keeps its rights: it may hold more than ours,
     * and what we put into it is private by itself.
     *
     * @throws IllegalStateException when nothing can be kept there; the message says what to do
     */
    static Path open(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(absolute)) Private.folder(absolute);
            Files.delete(Files.createTempFile(absolute, "writable", ""));
            return absolute;
        } catch (IOException notWritable) {
            throw new IllegalStateException(
                    Files.exists(absolute) && !Files.isDirectory(absolute)
                            ? "the data directory %s is a file: set DATA_DIR to a folder".formatted(absolute)
                            : "the data directory %s is not writable: make it so, or set DATA_DIR to another"
                                    .formatted(absolute),
                    notWritable);
        }
    }

    /** @throws IllegalStateException when no twin ever kept anything there; the message says what to do */
    static Path existing(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        if (Files.isRegularFile(absolute.resolve(BackupEntry.DATABASE))) return absolute;
        throw new IllegalStateException(
                "there is nothing in the data directory %s: set DATA_DIR to that of a Knowledge Base"
                        .formatted(absolute));
    }

    /** @throws IllegalStateException when no twin ever kept objects there; the message says what to do */
    static Path bucket(Path data, String name) {
        var folder = data.resolve("s3").resolve(name);
        if (Files.isDirectory(folder)) return folder;
        throw new IllegalStateException(
                "there is no bucket %s in the data directory %s: set PDF_BUCKET_NAME as the server has it"
                        .formatted(name, data));
    }

    /** @throws IllegalStateException when there is anything; the message says what to do */
    static Path unused(Path folder) throws IOException {
        var absolute = folder.toAbsolutePath().normalize();
        if (!Files.exists(absolute)) return absolute;
        if (!Files.isDirectory(absolute))
            throw new IllegalStateException(
                    "the data directory %s is a file: set DATA_DIR to a folder that does not exist yet"
                            .formatted(absolute));
        if (Files.exists(absolute.resolve(LOCK))) lock(absolute).channel().close();
        try (var files = Files.list(absolute)) {
            if (files.findAny().isEmpty()) return absolute.toRealPath();
        }
        throw new IllegalStateException(
                "the data directory %s is not empty, and nothing there is overwritten: set DATA_DIR to a folder that does not exist yet"
                        .formatted(absolute));
    }

    /**
     * Keeps every other twin out until this process ends, however it ends.
     *
     * @throws IllegalStateException when another twin is in; the message says what to do
     */
    static FileLock lock(Path data) throws IOException {
        return lockUnlessTaken(data)
                .orElseThrow(() -> new IllegalStateException(
                        "another Knowledge Base uses the data directory %s: stop it, or set DATA_DIR to another"
                                .formatted(data)));
    }

    /** Likewise; empty when another twin is in. */
    static Optional<FileLock> lockUnlessTaken(Path data) throws IOException {
        var channel = FileChannel.open(Private.file(data.resolve(LOCK)), StandardOpenOption.WRITE);
        var lock = Optional.ofNullable(channel.tryLock());
        if (lock.isEmpty()) channel.close();
        return lock;
    }

    /** For commands that look at the data directory alone. */
    static void demandAll(Config config, String command) {
        var twin = config.twin();
        var all = twin.store() == TwinConfig.Store.SQLITE
                && twin.files() == TwinConfig.Files.EMBEDDED
                && config.weaviate().address().isEmpty();
        if (!all) {
            throw new IllegalStateException(
                    "kb %s works on the data directory alone: with STORE=dynamodb, FILES=s3 or WEAVIATE_URL use the tools of those services"
                            .formatted(command));
        }
    }
}
