package kb;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import kb.ingest.IndexChange;
import kb.ingest.Janitor;
import kb.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done each minute where no process runs all the time: what is stuck goes on, and so does a change of the index. */
public final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Janitor janitor;
    private final IndexChange change;
    private final LongSupplier nanoTime;

    /** @param nanoTime counts as {@link System#nanoTime} does */
    public Rounds(Janitor janitor, IndexChange change, LongSupplier nanoTime) {
        this.janitor = janitor;
        this.change = change;
        this.nanoTime = nanoTime;
    }

    /** @param time after which a change of the index stops and waits for the next round */
    public void run(Duration time) {
        var end = nanoTime.getAsLong() + time.toNanos();
        try {
            janitor.run();
        } catch (Unavailable down) {
            LOG.warn("what is stuck waits for the next round: {}", down.getMessage());
        } finally {
            change(end);
        }
    }

    private void change(long end) {
        try {
            change.look(() -> {
                if (nanoTime.getAsLong() - end >= 0) throw new CancellationException();
            });
        } catch (CancellationException over) {
            LOG.info("a change of the index goes on in the next round");
        } catch (Unavailable down) {
            LOG.warn("a change of the index waits: {}", down.getMessage());
        }
    }
}
