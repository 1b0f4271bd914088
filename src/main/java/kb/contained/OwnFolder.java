package kb.contained;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder a child works in and may fill, for its user alone to see; goes with the child. */
record OwnFolder(Path path) {
    static final String PROPERTY = "java.io.tmpdir";

    static OwnFolder make() throws IOException {
        return new OwnFolder(Files.createTempDirectory("knowledge-base-reader").toRealPath());
    }

    /** In a child, whose parent may not be there any more to do it. */
    static void deleteCurrent() {
        var current = Path.of("").toAbsolutePath();
        if (current.equals(Path.of(System.getProperty(PROPERTY)))) new OwnFolder(current).delete();
    }

    /** As far as it can be. */
    void delete() {
        try (var files = Files.list(path)) {
            for (var file : files.toList()) Files.deleteIfExists(file);
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            // the other of parent and child deletes it too, and nothing in it is anybody's
        }
    }
}
