package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** Into how many segments an index falls that grows commit by commit. */
class MostlyOneSegmentTest {
    private static final int LEAST = 20;

    @Test
    void however_an_index_grows_three_quarters_of_it_are_one_segment() throws IOException {
        for (var commit : List.of(1, 7, 30)) {
            try (var directory = new ByteBuffersDirectory();
                    var writer = writer(directory)) {
                for (int number = 0; number < 500; number++) put(writer, number, commit);
                writer.commit();
                var segments = segments(directory);
                var largest = segments.stream().max(Integer::compare).orElseThrow();
                var outside = 500 - largest;
                assertTrue(outside <= Math.max(LEAST, 500 / 4), () -> segments.toString());
            }
        }
    }

    @Test
    void a_few_chunks_beside_a_large_segment_stay_where_they_are() throws IOException {
        try (var directory = new ByteBuffersDirectory();
                var writer = writer(directory)) {
            for (int number = 0; number < 100; number++) put(writer, number, 100);
            for (int number = 100; number < 110; number++) put(writer, number, 110);
            writer.commit();
            assertEquals(List.of(100, 10), segments(directory));
        }
    }

    @Test
    void what_was_deleted_does_not_count() throws IOException {
        try (var directory = new ByteBuffersDirectory();
                var writer = writer(directory)) {
            for (int number = 0; number < 100; number++) put(writer, number, 100);
            for (int number = 100; number < 125; number++) put(writer, number, 125);
            assertEquals(List.of(100, 25), segments(directory));
            for (int number = 0; number < 30; number++) writer.deleteDocuments(new Term("number", "" + number));
            writer.commit();
            writer.maybeMerge();
            writer.commit();
            assertEquals(List.of(95), segments(directory));
        }
    }

    private static IndexWriter writer(Directory directory) throws IOException {
        return new IndexWriter(
                directory,
                new IndexWriterConfig(null)
                        .setMergePolicy(new MostlyOneSegment(LEAST))
                        .setMergeScheduler(new SerialMergeScheduler()));
    }

    private static void put(IndexWriter writer, int number, int commit) throws IOException {
        var document = new Document();
        document.add(new StringField("number", "" + number, Field.Store.NO));
        writer.addDocument(document);
        if ((number + 1) % commit == 0) writer.commit();
    }

    private static List<Integer> segments(Directory directory) throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            return reader.leaves().stream().map(leaf -> leaf.reader().maxDoc()).toList();
        }
    }
}
