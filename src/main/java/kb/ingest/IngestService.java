package kb.ingest;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import kb.activity.Deed;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.documents.Failure;
import kb.documents.State;
import kb.documents.Succession;
import kb.files.DocumentFiles;
import kb.files.MissingPages;
import kb.outside.Unavailable;
import kb.pages.Chunk;
import kb.people.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a document from its bytes to its answers: read, cut, embed, index, go live.
 *
 * <p>Each step is repeatable and keeps what it made, so work that was cut off goes on where it was. Who works on
 * a document holds its {@link kb.documents.Lease}; one that was overtaken or whose document is being erased finds its next
 * step refused and stops. A worker that ends without giving the lease back has crashed: a file on which three did so one
 * after the other, without anything achieved between, is given up.
 */
public final class IngestService {
    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
    private static final int MOST_CRASHES = 3;
    private static final Failure UNCORRECTED = new Failure(
            "corrections_missing", "what was corrected in it is gone: delete it, and upload the file again");

    private final Catalog catalog;
    private final Succession succession;
    private final PageReading reading;
    private final Indexing indexing;
    private final Clock clock;

    public IngestService(
            Catalog catalog,
            Succession succession,
            DocumentFiles files,
            PdfReader reader,
            Indexing indexing,
            Clock clock) {
        this.catalog = catalog;
        this.succession = succession;
        this.reading = new PageReading(catalog, files, reader);
        this.indexing = indexing;
        this.clock = clock;
    }

    /** Does what is left to do for a document that is not ready. */
    Result ingest(Tenant tenant, UUID id, Shift shift) {
        Optional<Document> begun;
        try {
            begun = catalog.begin(tenant, id, shift.worker());
        } catch (Catalog.Gone nothingToDo) {
            return Result.DONE;
        }
        if (begun.isEmpty()) return Result.LATER;
        var stretch = new Stretch(catalog, tenant, id, begun.get().state().lease(), shift);
        try {
            work(stretch, begun.get());
            return Result.DONE;
        } catch (Catalog.Gone overtaken) {
            stretch.release();
            return Result.LATER;
        } catch (Unavailable | PdfReader.Down down) {
            LOG.warn("work on document {} waits: {}", id, down.getMessage());
            stretch.stop(State::postponed);
            return Result.LATER;
        } catch (Shift.Over over) {
            stretch.release();
            return Result.MORE;
        } catch (MissingPages lost) {
            stretch.stop(State::unread);
            return Result.LATER;
        } catch (RuntimeException | Error broken) {
            // who is told to stop is interrupted, and anything may break then
            stretch.stop(shift.isOver() ? State::postponed : State::abandoned);
            if (!shift.isOver()) ReadingDeed.brokenOff(id);
            throw broken;
        }
    }

    private void work(Stretch stretch, Document begun) {
        if (begun.state().attempts() >= MOST_CRASHES) {
            giveUp(stretch, begun, "work on this file ended abruptly %d times in a row".formatted(MOST_CRASHES));
            return;
        }
        var read = begun.state().progress().allRead() ? begun : reading.read(stretch, begun);
        if (read.state().status().isUnfinished()) index(stretch, read);
    }

    private void index(Stretch stretch, Document read) {
        var chunks = indexing.chunks(stretch.tenant(), read);
        if (chunks.isPresent()) index(stretch, read, chunks.get());
        else end(stretch, UNCORRECTED);
    }

    private void index(Stretch stretch, Document read, List<Chunk> chunks) {
        var tenant = stretch.tenant();
        var pages = read.state().progress().pages();
        var warnings = Warnings.of(indexing.coverage(tenant, read));
        var cut = stretch.note(state -> state.cut(pages, chunks.size()));
        IntConsumer done = count -> stretch.achieve(state -> state.indexed(count));
        var indexes = indexing.index(tenant, cut, chunks, done);
        Function<Document, Deed> deed = live -> ReadingDeed.of(live, clock.instant());
        var live = succession.goLive(tenant, stretch.id(), stretch.lease(), warnings, indexes, deed);
        while (live.isEmpty()) {
            indexes = indexing.complete(tenant, cut, chunks, done);
            live = succession.goLive(tenant, stretch.id(), stretch.lease(), warnings, indexes, deed);
        }
        for (var retired : live.get().retired()) indexing.retire(tenant, retired);
    }

    /** Ends what is left to do for a document that is not ready: it fails. */
    Result giveUp(Tenant tenant, UUID id, Shift shift) {
        try {
            var begun = catalog.begin(tenant, id, shift.worker());
            if (begun.isEmpty()) return Result.LATER;
            var lease = begun.get().state().lease();
            giveUp(new Stretch(catalog, tenant, id, lease, shift), begun.get(), "work on this file failed every time");
            return Result.DONE;
        } catch (Catalog.Gone nothingToDo) {
            return Result.DONE;
        }
    }

    private void giveUp(Stretch stretch, Document begun, String detail) {
        var code = begun.state().progress().allRead() ? "indexing_crashed" : "parser_crashed";
        end(stretch, new Failure(code, detail));
    }

    private void end(Stretch stretch, Failure why) {
        indexing.withdraw(stretch.tenant(), stretch.id());
        stretch.fail(why);
    }
}
