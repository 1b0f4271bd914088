package kb.local;

import java.io.IOException;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeScheduler;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;

/**
 * Keeps most of an index in one segment: a search by meaning walks a graph in each, and five graphs take five times the work of one.
 *
 * <p>Whenever the others have grown to a quarter of all, all become one. As the largest one's graph is kept and the others' chunks are
 * put into it, a chunk comes into a large graph about once, however slowly an index grows.
 */
final class MostlyOneSegment extends FilterMergePolicy {
    private static final int SHARE = 4;
    /** A graph is made on the heap, some 350 bytes a chunk. */
    private static final int MOST_CHUNKS = 200_000;

    private static final int MOST_MEGABYTES = 1_024;
    private static final int MOST_MERGES = 8;

    private final int least;

    /** @param least how many chunks outside the largest segment are worth the work */
    MostlyOneSegment(int least) {
        super(tiered());
        this.least = least;
    }

    private static TieredMergePolicy tiered() {
        var tiered = new TieredMergePolicy();
        tiered.setMaxMergedSegmentMB(MOST_MEGABYTES);
        return tiered;
    }

    /** Small ones go on beside a large one, so that nobody who puts chunks has to wait. @param merged hears of the end of each */
    static MergeScheduler scheduler(Runnable merged) {
        var scheduler = new ConcurrentMergeScheduler() {
            @Override
            protected void doMerge(MergeSource source, MergePolicy.OneMerge merge) throws IOException {
                super.doMerge(source, merge);
                merged.run();
            }
        };
        scheduler.setMaxMergesAndThreads(MOST_MERGES, 2);
        return scheduler;
    }

    @Override
    public MergeSpecification findMerges(MergeTrigger trigger, SegmentInfos segments, MergeContext context)
            throws IOException {
        if (!context.getMergingSegments().isEmpty() || !isScattered(segments, context))
            return super.findMerges(trigger, segments, context);
        var all = new MergeSpecification();
        all.add(new OneMerge(segments.asList()));
        return all;
    }

    private boolean isScattered(SegmentInfos segments, MergeContext context) throws IOException {
        var all = 0;
        var largest = 0;
        for (var segment : segments) {
            var chunks = chunks(segment, context);
            all += chunks;
            largest = Math.max(largest, chunks);
        }
        var outside = all - largest;
        return outside >= least && outside * SHARE > all && all <= MOST_CHUNKS;
    }

    private static int chunks(SegmentCommitInfo segment, MergeContext context) throws IOException {
        return segment.info.maxDoc() - context.numDeletesToMerge(segment);
    }
}
