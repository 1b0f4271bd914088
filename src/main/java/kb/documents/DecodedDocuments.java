package kb.documents;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import kb.store.Item;
import kb.store.Key;

/**
 * The documents that were decoded last: a search reads the rows of all that its passages are from, and hardly any has changed.
 *
 * <p>It knows nothing that its asker has not just read: a document is given for a row that is, in all of its attributes, the one it was
 * decoded from. It keeps {@value #MOST} of all tenants, and none that is large.
 */
final class DecodedDocuments {
    private static final int MOST = 256;
    private static final int LARGE_BYTES = 4_096;

    private final Map<Key, Decoded> kept = Collections.synchronizedMap(new Latest());

    private record Decoded(Item row, Document document) {}

    Document of(Item row) {
        var known = kept.get(row.key());
        if (known != null && known.row().equals(row)) return known.document();
        var document = DocumentRows.document(row);
        if (row.bytes() <= LARGE_BYTES) kept.put(row.key(), new Decoded(row, document));
        return document;
    }

    private static final class Latest extends LinkedHashMap<Key, Decoded> {
        private static final long serialVersionUID = 1;

        Latest() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Decoded> eldest) {
            return size() > MOST;
        }
    }
}
