package kb.erasure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kb.chat.Deletions;
import kb.documents.Catalog;
import kb.documents.DanglingRows;
import kb.documents.Document;
import kb.files.DocumentFiles;
import kb.people.Tenant;
import kb.search.ChunkIndex;
import kb.search.Everywhere;

/** What a tenant's stores hold that belongs to no document and no chat: it is invisible, and should be nothing. */
public final class Residue {
    /** An upload stores its bytes before its record; no upload takes longer. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private final Catalog catalog;
    private final DanglingRows rows;
    private final Everywhere indexes;
    private final DocumentFiles files;
    private final Deletions chats;
    private final Clock clock;

    public Residue(
            Catalog catalog, DanglingRows rows, Everywhere indexes, DocumentFiles files, Deletions chats, Clock clock) {
        this.catalog = catalog;
        this.rows = rows;
        this.indexes = indexes;
        this.files = files;
        this.chats = chats;
        this.clock = clock;
    }

    /** @param quotes stored answers that may hold a quote @param messages of chats that are deleted */
    public record Count(long vectors, long objects, long records, long quotes, long messages) {
        public boolean isNothing() {
            return vectors + objects + records + quotes + messages == 0;
        }
    }

    /**
     * Bytes that came within the last hour may belong to an upload under way, a chat may be under deletion since then: they are not
     * counted.
     */
    public Count count(Tenant tenant) {
        return new Count(
                inIndexes(tenant, ChunkIndex::count),
                inStorage(tenant).stream()
                        .mapToLong(id -> files.count(tenant, id))
                        .sum(),
                rows.pointers(tenant),
                rows.quotations(tenant),
                chats.left(tenant, clock.instant().minus(SETTLED)));
    }

    /** Removes it from the index and from storage, and says how much that was. */
    public Count remove(Tenant tenant) {
        return new Count(
                inIndexes(tenant, ChunkIndex::delete),
                inStorage(tenant).stream()
                        .mapToLong(id -> files.deleteAll(tenant, id))
                        .sum(),
                0,
                0,
                0);
    }

    /** Removes it from one index. */
    public void removeFrom(ChunkIndex index, Tenant tenant) {
        for (var id : in(index, tenant)) index.delete(tenant, id);
    }

    @FunctionalInterface
    private interface Counting {
        long in(ChunkIndex index, Tenant tenant, UUID document);
    }

    private long inIndexes(Tenant tenant, Counting counting) {
        return indexes.sum(index -> in(index, tenant).stream()
                .mapToLong(id -> counting.in(index, tenant, id))
                .sum());
    }

    /** Documents in an index that are not there, or whose place another version took. */
    private Set<UUID> in(ChunkIndex index, Tenant tenant) {
        var indexed = index.documents(tenant);
        var mayBe = catalog.stored(tenant, indexed).stream()
                .filter(document -> !document.superseded())
                .map(Document::documentId)
                .collect(Collectors.toSet());
        return without(indexed, mayBe);
    }

    private Set<UUID> inStorage(Tenant tenant) {
        var stored = files.documents(tenant).stream().filter(this::hasSettled).collect(Collectors.toSet());
        var known = catalog.stored(tenant, stored).stream()
                .map(Document::documentId)
                .collect(Collectors.toSet());
        known.addAll(rows.drafts(tenant));
        return without(stored, known);
    }

    private static Set<UUID> without(Collection<UUID> all, Set<UUID> known) {
        return all.stream().filter(id -> !known.contains(id)).collect(Collectors.toSet());
    }

    /** Ids are of version 7 and begin with the time they were made at. */
    private boolean hasSettled(UUID id) {
        var made = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
        return made.plus(SETTLED).isBefore(clock.instant());
    }
}
