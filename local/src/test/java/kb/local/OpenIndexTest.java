package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.List;
import kb.outside.Unavailable;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An index that goes on putting its parts together after the last change. */
class OpenIndexTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(20)
    void what_is_merged_in_the_background_is_searched_and_on_disk_without_another_change() throws Exception {
        try (var index = new OpenIndex(folder, 2);
                var changes = folder.getFileSystem().newWatchService()) {
            folder.register(changes, StandardWatchEventKinds.ENTRY_CREATE);
            put(index, 20);
            put(index, 20); // two of equal size: one of them is to come
            while (!isMostlyOne(onDisk())) {
                var key = changes.take();
                key.pollEvents();
                key.reset();
            }
            var searched = index.searching(searcher -> segments(searcher.getIndexReader()));
            assertTrue(isMostlyOne(searched), searched::toString);
        }
        assertTrue(isMostlyOne(onDisk()), () -> "after the end: " + onDisk());
        try (var again = new OpenIndex(folder, 2)) {
            assertEquals(40, again.<Integer>searching(searcher -> searcher.getIndexReader()
                    .numDocs()));
        }
    }

    @Test
    void after_its_end_it_is_not_there() throws IOException {
        var index = new OpenIndex(folder, 2);
        index.close();
        assertThrows(Unavailable.class, () -> put(index, 1));
        assertThrows(
                Unavailable.class,
                () -> index.searching(searcher -> searcher.getIndexReader().numDocs()));
        new OpenIndex(folder, 2).close();
    }

    private static void put(OpenIndex index, int count) {
        index.changing(writer -> {
            for (int number = 0; number < count; number++) {
                var document = new Document();
                document.add(new StringField("number", "" + number, Field.Store.NO));
                writer.addDocument(document);
            }
        });
    }

    private static boolean isMostlyOne(List<Integer> segments) {
        var all = segments.stream().mapToInt(size -> size).sum();
        return segments.stream().anyMatch(size -> 4 * size >= 3 * all);
    }

    private List<Integer> onDisk() {
        try (var directory = FSDirectory.open(folder);
                var reader = DirectoryReader.open(directory)) {
            return segments(reader);
        } catch (IOException replaced) {
            return List.of();
        }
    }

    private static List<Integer> segments(IndexReader reader) {
        return reader.leaves().stream().map(leaf -> leaf.reader().maxDoc()).toList();
    }
}
