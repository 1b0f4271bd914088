package kb.queue;

import java.time.Duration;
import kb.ingest.WorkQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends work as messages. A queue that takes none keeps nobody from their answer: the janitor sends what is left lying. */
public final class PostedWork implements WorkQueue {
    private static final Logger LOG = LoggerFactory.getLogger(PostedWork.class);

    private final MessageQueue queue;

    public PostedWork(MessageQueue queue) {
        this.queue = queue;
    }

    @Override
    public void send(Work work) {
        post(work, false);
    }

    /** While messages wait, what is left lying is among them or behind them: more would only make the queue longer. */
    @Override
    public void remind(Work work) {
        if (!queue.isBehind()) post(work, true);
    }

    private void post(Work work, boolean reminder) {
        var taken = queue.post(new Message.Wanted(work, reminder).text(), Duration.ZERO);
        if (!taken) LOG.warn("work on document {} waits for the janitor", work.documentId());
    }
}
