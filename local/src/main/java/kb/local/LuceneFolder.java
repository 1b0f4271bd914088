package kb.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import kb.search.Space;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;

/** The folder that Lucene indexes lie in, looked at from outside. */
final class LuceneFolder {
    private LuceneFolder() {}

    /** The spaces that have a folder there, whatever is in it. */
    static List<Space> spaces(Path folder) throws IOException {
        return names(folder).stream()
                .flatMap(name -> Space.parse(name).stream())
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    /** Opening a folder that is not there would make it. */
    static boolean holdsIndex(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return false;
        try (var directory = FSDirectory.open(folder)) {
            return DirectoryReader.indexExists(directory);
        }
    }

    /** Removes what a stopped process left of dropped indexes, and one that lies where only folders of spaces do. */
    static void clean(Path folder, String dropped) throws IOException {
        var direct = holdsIndex(folder);
        for (var name : names(folder)) {
            var path = folder.resolve(name);
            if (name.endsWith(dropped) || direct && Files.isRegularFile(path)) delete(path);
        }
    }

    /** With all that is in it; nothing when it is not there. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) return;
        try (var all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
