package kb.local;

import java.io.IOException;
import kb.pages.Chunk;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/**
 * The chunks themselves, beside the index over them.
 *
 * <p>They lie uncompressed: a search reads hundreds of them, all over the index, and unpacking the blocks of Lucene's stored fields took
 * most of its time. Chunks that were put before lie in a stored field.
 */
final class LuceneChunks {
    private static final String BYTES = "bytes";
    private static final String BEFORE = "chunk";

    private LuceneChunks() {}

    static void add(Document document, Chunk chunk) {
        document.add(new BinaryDocValuesField(BYTES, new BytesRef(ChunkBytes.of(chunk))));
    }

    static Chunk read(IndexSearcher searcher, int number) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(number, leaves));
        var bytes = bytes(leaf, number - leaf.docBase);
        if (bytes == null) bytes = searcher.storedFields().document(number).getBinaryValue(BEFORE);
        return ChunkBytes.read(bytes.bytes, bytes.offset, bytes.length);
    }

    private static BytesRef bytes(LeafReaderContext leaf, int number) throws IOException {
        var values = leaf.reader().getBinaryDocValues(BYTES);
        return values != null && values.advanceExact(number) ? values.binaryValue() : null;
    }
}
