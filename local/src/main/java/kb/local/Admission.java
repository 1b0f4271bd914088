package kb.local;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Counts the requests that have begun, so that a stop can wait for them.
 *
 * <p>Jetty's own would refuse what arrived before the stop and was not yet looked at.
 */
final class Admission extends Handler.Wrapper {
    private static final Duration LOOK = Duration.ofMillis(50);

    /** So often nobody is there before we believe that nothing waits in a socket any more. */
    private static final int LOOKS = 5;

    private final AtomicLong begun = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        begun.incrementAndGet();
        Request.addCompletionListener(request, _ -> begun.decrementAndGet());
        if (!closed.get()) return super.handle(request, response, callback);
        Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
        return true;
    }

    /** From now on requests are told to come back later. */
    void close() {
        closed.set(true);
    }

    /** Waits until all that has begun is answered. @return false when it is not in that time */
    boolean quietWithin(Duration most) throws InterruptedException {
        // a virtual thread has its turn after those requests that wait for theirs
        var watch = Thread.ofVirtual().start(this::awaitQuiet);
        var quiet = watch.join(most);
        watch.interrupt();
        return quiet;
    }

    private void awaitQuiet() {
        try {
            for (int quiet = 0; quiet < LOOKS; quiet = begun.get() == 0 ? quiet + 1 : 0) Thread.sleep(LOOK);
        } catch (InterruptedException tooLate) {
            Thread.currentThread().interrupt();
        }
    }
}
