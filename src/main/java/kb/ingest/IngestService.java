package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kb.documents.Catalog;
import kb.documents.Failure;
import kb.documents.State;
import kb.files.DocumentFiles;
import kb.outside.Unavailable;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.people.Tenant;
import kb.search.Analyser;
import kb.search.ChunkIndex;
import kb.search.Embedder;
import kb.search.IndexedChunk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a document from its bytes to its answers: read, cut, embed, index.
 *
 * <p>Each step is repeatable and keeps what it made, so work that was cut off goes on where it was. An attempt is counted
 * before anything is done: a file that keeps killing the process is given up.
 */
public final class IngestService {
    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final int BATCH = 32;
    private static final int PAGES_BETWEEN_REPORTS = 25;

    private final Catalog catalog;
    private final DocumentFiles files;
    private final PdfReader reader;
    private final Chunker chunker;
    private final Analyser analyser;
    private final Embedder embedder;
    private final ChunkIndex index;

    public IngestService(
            Catalog catalog,
            DocumentFiles files,
            PdfReader reader,
            Chunker chunker,
            Analyser analyser,
            Embedder embedder,
            ChunkIndex index) {
        this.catalog = catalog;
        this.files = files;
        this.reader = reader;
        this.chunker = chunker;
        this.analyser = analyser;
        this.embedder = embedder;
        this.index = index;
    }

    /** What became of a piece of work. */
    public enum Result {
        /** Nothing is left to do. */
        DONE,
        /** A part of the outside world is down: send the work again in a while. It counts as no attempt. */
        LATER
    }

    public Result ingest(WorkQueue.Work work) {
        var tenant = work.tenant();
        var id = work.documentId();
        try {
            var begun = catalog.advance(tenant, id, State::begun);
            var pages = files.pages(tenant, id);
            if (begun.state().attempts() > MOST_ATTEMPTS) {
                giveUp(tenant, id, pages.isEmpty());
            } else if (pages.isPresent()) {
                index(tenant, id, pages.get());
            } else {
                read(tenant, id);
            }
            return Result.DONE;
        } catch (Catalog.Gone gone) {
            catalog.forgetWork(tenant, id);
            return Result.DONE;
        } catch (Unavailable down) {
            LOG.warn("work on document {} waits: {}", id, down.getMessage());
            postpone(tenant, id);
            return Result.LATER;
        }
    }

    private void postpone(Tenant tenant, UUID id) {
        try {
            catalog.advance(tenant, id, State::postponed);
        } catch (Catalog.Gone | Unavailable cannotBeNoted) {
            LOG.warn("work on document {} could not be marked as waiting: {}", id, cannotBeNoted.getMessage());
        }
    }

    private void read(Tenant tenant, UUID id) {
        var pdf = files.pdf(tenant, id);
        if (pdf.isEmpty()) {
            fail(tenant, id, "source_missing", "the PDF itself is gone; upload it again");
            return;
        }
        switch (reader.read(pdf.get(), (done, all) -> report(tenant, id, done, all))) {
            case PdfReader.Reading.Unreadable(var reason) ->
                fail(tenant, id, reason.name().toLowerCase(java.util.Locale.ROOT), reason.advice());
            case PdfReader.Reading.Pages(var pages) -> {
                files.putPages(tenant, id, pages);
                index(tenant, id, pages);
            }
        }
    }

    private void report(Tenant tenant, UUID id, int done, int all) {
        if (done % PAGES_BETWEEN_REPORTS == 0 || done == all)
            catalog.advance(tenant, id, state -> state.read(done, all));
    }

    private void index(Tenant tenant, UUID id, List<Page> pages) {
        var chunks = chunker.chunks(id, pages);
        files.putChunks(tenant, id, chunks);
        var cut = catalog.advance(tenant, id, state -> state.cut(pages.size(), chunks.size()));
        for (int from = cut.state().progress().chunksDone(); from < chunks.size(); from += BATCH) {
            var to = Math.min(from + BATCH, chunks.size());
            index.put(tenant, embedded(chunks.subList(from, to)));
            catalog.advance(tenant, id, state -> state.indexed(to));
        }
        catalog.advance(tenant, id, state -> state.ready(warnings(pages)));
    }

    private List<IndexedChunk> embedded(List<Chunk> chunks) {
        var vectors = embedder.passages(chunks.stream().map(Chunk::text).toList());
        var embedded = new ArrayList<IndexedChunk>();
        for (int i = 0; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            embedded.add(new IndexedChunk(chunk, analyser.tokens(chunk.text()), vectors.get(i)));
        }
        return embedded;
    }

    private static List<String> warnings(List<Page> pages) {
        var empty = pages.stream().filter(page -> page.text().isBlank()).count();
        if (empty == 0) return List.of();
        return List.of(empty == pages.size() ? "no_text" : "pages_without_text");
    }

    private void giveUp(Tenant tenant, UUID id, boolean reading) {
        var code = reading ? "parser_crashed" : "indexing_crashed";
        fail(tenant, id, code, "work on this file ended abruptly %d times in a row".formatted(MOST_ATTEMPTS));
    }

    private void fail(Tenant tenant, UUID id, String code, String detail) {
        catalog.advance(tenant, id, state -> state.failed(new Failure(code, detail)));
    }
}
