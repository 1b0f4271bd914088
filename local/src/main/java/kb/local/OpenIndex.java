package kb.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Lucene index in a folder, as its only writer has it: when a change returns it is on disk, and the next search sees it.
 *
 * <p>So does what is put together in the background meanwhile. At the end there is nothing to write, and no merge is waited for.
 */
final class OpenIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIndex.class);
    private static final BM25Similarity BM25 = new BM25Similarity(1.2f, 0.75f);
    /** Lucene looks up from a merge now and then only. */
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final ExecutorService merged = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("index-merged").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    /**
     * @param scattered how many chunks outside the largest segment are worth a merge
     * @throws IllegalStateException when the folder cannot be used, and says why
     */
    OpenIndex(Path folder, int scattered) {
        try {
            directory = FSDirectory.open(Private.folder(folder));
            writer = new IndexWriter(directory, config(scattered));
            searchers = new SearcherManager(writer, null);
        } catch (LockObtainFailedException taken) {
            throw new IllegalStateException("another process uses the index in " + folder + ": stop it first", taken);
        } catch (IOException unusable) {
            throw new IllegalStateException("cannot use the index in " + folder, unusable);
        }
    }

    private IndexWriterConfig config(int scattered) {
        return new IndexWriterConfig(null)
                .setSimilarity(BM25)
                .setMergePolicy(new MostlyOneSegment(scattered))
                .setMergeScheduler(MostlyOneSegment.scheduler(() -> merged.execute(this::show)))
                .setCommitOnClose(false);
    }

    @FunctionalInterface
    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    <T> T searching(Search<T> search) {
        try {
            var searcher = searchers.acquire();
            try {
                searcher.setSimilarity(BM25);
                searcher.setQueryCachingPolicy(TenantsKept.POLICY);
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException | AlreadyClosedException broken) {
            throw new Unavailable(Part.INDEX, broken);
        }
    }

    @FunctionalInterface
    interface Change {
        void make(IndexWriter writer) throws IOException;
    }

    void changing(Change change) {
        try {
            change.make(writer);
            writer.commit();
            searchers.maybeRefreshBlocking();
        } catch (IOException | AlreadyClosedException broken) {
            throw new Unavailable(Part.INDEX, broken);
        }
    }

    /** First searched, then on disk: what is merged holds nothing that was not there before. */
    private void show() {
        try {
            searchers.maybeRefreshBlocking();
            writer.commit();
        } catch (AlreadyClosedException ended) {
            LOG.debug("a merge came too late to be kept");
        } catch (IOException broken) {
            LOG.warn("what was merged is kept with the next change", broken);
        }
    }

    /** Gives up a change that was begun, and a merge that is going on. */
    @Override
    public void close() throws IOException {
        merged.shutdownNow();
        searchers.close();
        var closing = Thread.ofPlatform().daemon().name("index-close").start(this::giveUp);
        try {
            if (!closing.join(GOODBYE)) LOG.info("a merge of the index was cut off and begins anew another time");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp() {
        try (directory) {
            writer.rollback();
        } catch (IOException unclosed) {
            LOG.warn("the index was not closed cleanly", unclosed);
        }
    }
}
