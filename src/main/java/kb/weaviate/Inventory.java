package kb.weaviate;

import static java.util.Comparator.comparingInt;
import static kb.weaviate.Answers.rows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kb.people.Tenant;

/**
 * What lies in a collection, listed completely.
 *
 * <p>The server answers no query with more than {@code QUERY_MAXIMUM_RESULTS} rows, offsets included. Its cursor has no
 * such end but takes no filter, so it walks through a whole tenant; a document's chunks are asked for by position.
 */
record Inventory(Query query, Collection collection) {
    private static final int PAGE = 1_000;

    Set<UUID> documents(Tenant tenant) {
        var found = new HashSet<UUID>();
        for (var after = ""; ; ) {
            var asked = StoredChunk.DOCUMENT + " _additional { id }";
            var page = get(tenant, "after: \"%s\"".formatted(after), asked, Inventory::seen);
            if (page.isEmpty()) return found;
            page.forEach(seen -> found.add(seen.documentId()));
            after = page.getLast().objectId();
        }
    }

    private record Seen(UUID documentId, String objectId) {}

    private static Seen seen(Map<String, Object> row) {
        var additional = (Map<?, ?>) row.get("_additional");
        return new Seen(UUID.fromString((String) row.get(StoredChunk.DOCUMENT)), (String) additional.get("id"));
    }

    /** Positions count from 0 and stand once in a document, so that no page is cut off. */
    List<UUID> chunks(Tenant tenant, UUID documentId) {
        var found = new ArrayList<UUID>();
        var end = end(tenant, documentId);
        for (int from = 0; from < end; from += PAGE) {
            var where = Filter.text(tenant, documentId, from, from + PAGE);
            get(tenant, where, StoredChunk.CHUNK + " " + StoredChunk.POSITION, Inventory::placed).stream()
                    .sorted(comparingInt(Placed::position))
                    .forEach(placed -> found.add(placed.chunkId()));
        }
        return found;
    }

    private record Placed(UUID chunkId, int position) {}

    private static Placed placed(Map<String, Object> row) {
        var position = (Number) row.get(StoredChunk.POSITION);
        return new Placed(UUID.fromString((String) row.get(StoredChunk.CHUNK)), position.intValue());
    }

    /** One more than the last position of a document. */
    private int end(Tenant tenant, UUID documentId) {
        var text = "query { Aggregate { %s(tenant: \"%s\", %s) { %s { maximum } } } }"
                .formatted(collection.name(), tenant, Filter.text(tenant, documentId), StoredChunk.POSITION);
        return rows(query.run(text, Map.of()), "Aggregate", collection, Inventory::maximum).stream()
                .mapToInt(maximum -> maximum + 1)
                .sum();
    }

    private static int maximum(Map<String, Object> row) {
        var maximum = (Number) ((Map<?, ?>) row.get(StoredChunk.POSITION)).get("maximum");
        return maximum == null ? -1 : maximum.intValue();
    }

    private <T> List<T> get(Tenant tenant, String argument, String asked, Function<Map<String, Object>, T> read) {
        var text = "query { Get { %s(tenant: \"%s\", %s, limit: %d) { %s } } }"
                .formatted(collection.name(), tenant, argument, PAGE, asked);
        return rows(query.run(text, Map.of()), "Get", collection, read);
    }
}
