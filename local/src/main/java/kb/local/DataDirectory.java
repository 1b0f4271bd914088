package kb.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds everything. */
final class DataDirectory {
    private DataDirectory() {}

    /** @throws IllegalStateException when nothing can be kept there; the message says what to do */
    static Path open(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            Files.delete(Files.createTempFile(absolute, "writable", ""));
            return absolute;
        } catch (IOException notWritable) {
            throw new IllegalStateException(
                    "the data directory %s is not writable: make it so, or set DATA_DIR to another".formatted(absolute),
                    notWritable);
        }
    }
}
