package kb.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Map;
import java.util.TreeMap;

/** What programs note beside a file, where the file system can do that; elsewhere there is nothing. */
final class FileAttributes {
    private FileAttributes() {}

    static Map<String, byte[]> of(Path file) throws IOException {
        var all = new TreeMap<String, byte[]>();
        if (!areKeptFor(file)) return all;
        var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        for (var name : view.list()) {
            var value = ByteBuffer.allocate(view.size(name));
            view.read(name, value);
            all.put(name, value.array());
        }
        return all;
    }

    static void set(Path file, Map<String, byte[]> attributes) throws IOException {
        if (!areKeptFor(file)) return;
        var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        for (var attribute : attributes.entrySet())
            view.write(attribute.getKey(), ByteBuffer.wrap(attribute.getValue()));
    }

    private static boolean areKeptFor(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView(UserDefinedFileAttributeView.class);
    }
}
