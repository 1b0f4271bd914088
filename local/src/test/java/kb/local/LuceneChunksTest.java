package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Span;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class LuceneChunksTest {
    @Test
    void chunks_are_read_from_every_segment_also_those_of_an_earlier_kind() throws IOException {
        try (var directory = new ByteBuffersDirectory()) {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(null))) {
                writer.addDocument(before(chunk(0, "as JSON in a stored field")));
                writer.addDocument(now(chunk(1, "beside it in one segment")));
                writer.commit();
                writer.addDocument(before(chunk(2, "alone")));
                writer.commit();
                writer.addDocument(now(chunk(3, "long ".repeat(20_000))));
                writer.commit();
            }
            try (var reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                assertEquals(3, reader.leaves().size());
                assertEquals(chunk(0, "as JSON in a stored field"), LuceneChunks.read(searcher, 0));
                assertEquals(chunk(1, "beside it in one segment"), LuceneChunks.read(searcher, 1));
                assertEquals(chunk(2, "alone"), LuceneChunks.read(searcher, 2));
                assertEquals(chunk(3, "long ".repeat(20_000)), LuceneChunks.read(searcher, 3));
            }
        }
    }

    private static Document now(Chunk chunk) {
        var document = new Document();
        LuceneChunks.add(document, chunk);
        return document;
    }

    private static Document before(Chunk chunk) throws IOException {
        var document = new Document();
        document.add(new StoredField("chunk", new JsonMapper().writeValueAsBytes(chunk)));
        return document;
    }

    private static Chunk chunk(int position, String text) {
        var box = new Box(1, 72, 72, 90, 84);
        return new Chunk(
                new UUID(1, position), new UUID(2, 2), position, 1, new Span(0, text.length()), "", text, List.of(box));
    }
}
