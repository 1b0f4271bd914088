package kb.contained;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** How long one document was waited for, whatever became of the children that read it. */
final class Patience {
    private final Allowance allowance;
    private final AtomicReference<Duration> waited = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<Duration> forgiven = new AtomicReference<>(Duration.ZERO);

    Patience(Allowance allowance) {
        this.allowance = allowance;
    }

    /** Empty when a child took longer than it may. @param pages of the document, 0 when it has not said yet */
    Optional<Frame> next(Child child, int pages) throws InterruptedException {
        while (true) {
            var began = System.nanoTime();
            var frame = child.next(allowance.left(waited.get().minus(forgiven.get()), pages));
            var now = waited.updateAndGet(before -> before.plusNanos(System.nanoTime() - began));
            if (frame.isPresent() || !allowance.isStarved(now, child.worked(), pages)) return frame;
            forgiven.updateAndGet(before -> before.plus(allowance.silence()));
        }
    }
}
