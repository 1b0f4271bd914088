package kb.queue;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import kb.ingest.Result;
import kb.ingest.Shift;
import kb.ingest.WorkQueue.Work;
import kb.ingest.Worker;
import kb.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what messages say.
 *
 * <p>What has to wait, because time is over or a part is down, is posted anew: the queue counts how often it brings a
 * message and gives up one that comes too often, and waiting is nobody's fault.
 */
public final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int SHORTEST_PAUSE = 20;
    private static final int LONGEST_PAUSE = 60;

    private final Worker worker;
    private final Consumer<String> arrivals;
    private final MessageQueue queue;
    private final LongSupplier nanoTime;

    /**
     * @param arrivals hears the name of each object that has come into the bucket
     * @param nanoTime counts as {@link System#nanoTime} does
     */
    public Deliveries(Worker worker, Consumer<String> arrivals, MessageQueue queue, LongSupplier nanoTime) {
        this.worker = worker;
        this.arrivals = arrivals;
        this.queue = queue;
        this.nanoTime = nanoTime;
    }

    /**
     * @param id of the message
     * @param name of the worker, which no other has who works at this time
     * @param time until when an answer is wanted
     * @return whether it is done with; otherwise the queue is to bring it again
     */
    public boolean take(String id, String text, String name, Duration time) {
        try {
            return switch (Message.of(text)) {
                case Message.Trial _ -> true;
                case Message.Arrived(var names) -> {
                    names.forEach(arrivals);
                    yield true;
                }
                case Message.Wanted wanted -> worked(id, wanted, Shift.of(name, time, nanoTime));
            };
        } catch (Unavailable down) {
            LOG.warn("message {} waits: {}", id, down.getMessage());
            return queue.post(text, pause(id));
        } catch (RuntimeException | StackOverflowError | LinkageError bug) {
            LOG.error("message {} failed", id, bug);
            return false;
        }
    }

    private boolean worked(String id, Message.Wanted wanted, Shift shift) {
        return switch (worker.work(wanted.work(), shift)) {
            case DONE -> true;
            case MORE -> queue.post(wanted.text(), Duration.ZERO);
            case LATER -> wanted.reminder() || queue.post(wanted.text(), pause(id));
        };
    }

    /**
     * Ends what a message is about, which the queue has brought too often: nobody is to wait for ever.
     *
     * @return as for {@link #take}
     */
    public boolean giveUp(String id, String text, String name) {
        try {
            return !(Message.of(text) instanceof Message.Wanted(Work work, boolean _))
                    || worker.giveUp(work, Shift.endless(name)) == Result.DONE;
        } catch (IllegalArgumentException notOurs) {
            LOG.error("message {} says nothing that is known here", id, notOurs);
            return true;
        } catch (RuntimeException failed) {
            LOG.error("message {} could not be given up", id, failed);
            return false;
        }
    }

    /** Many messages that wait for the same part do not all come back at once. */
    private static Duration pause(String id) {
        return Duration.ofSeconds(SHORTEST_PAUSE + Math.floorMod(id.hashCode(), LONGEST_PAUSE - SHORTEST_PAUSE + 1));
    }
}
