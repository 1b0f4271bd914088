package kb.histories;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import kb.App;
import kb.files.MemoryObjects;
import kb.http.Access;
import kb.http.Caller;
import kb.ingest.WorkQueue;
import kb.outside.TimeOrderedIds;
import kb.search.ChunkIndex;
import kb.search.KeptEmbedders;
import kb.search.Spaces;
import kb.store.MemoryTable;
import kb.store.Table;

/** Parts in memory around the table and the index of a test. The caller's tenant is its {@code x-tenant}. */
public record Parts(
        Table documents,
        Spaces spaces,
        MemoryObjects objects,
        CountingEmbedder embedder,
        TextReader reader,
        BlockingQueue<WorkQueue.Work> queue) {
    public static Parts around(Table documents, ChunkIndex index) {
        return over(documents, new OneSpace(index));
    }

    public static Parts over(Table documents, Spaces spaces) {
        return new Parts(
                documents,
                spaces,
                new MemoryObjects(),
                new CountingEmbedder(),
                new TextReader(),
                new LinkedBlockingQueue<>());
    }

    /** The same stores with another index. */
    Parts with(ChunkIndex other) {
        return new Parts(documents, new OneSpace(other), objects, embedder, reader, queue);
    }

    public App.Outside outside() {
        Supplier<UUID> ids = new TimeOrderedIds(Clock.systemUTC(), new SecureRandom());
        return new App.Outside(
                documents,
                new MemoryTable(Clock.systemUTC()),
                objects,
                spaces,
                new KeptEmbedders(embedder, _ -> embedder),
                reader,
                queue::add,
                request -> new Caller(request.header("x-tenant").orElse("mill"), "wren", "Wren", Access.ADMIN),
                ids,
                Clock.systemUTC());
    }
}
