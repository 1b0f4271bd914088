package kb.queue;

import java.time.Duration;

/** Brings each message to {@link Deliveries}, at least once. */
public interface MessageQueue {
    /**
     * @param delay up to 15 minutes (the limit of Amazon SQS)
     * @return whether it was taken
     */
    boolean post(String message, Duration delay);

    /** Whether messages wait that could be brought now; not when nobody knows. */
    boolean isBehind();
}
