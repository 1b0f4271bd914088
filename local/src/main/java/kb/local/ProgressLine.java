package kb.local;

import java.util.concurrent.atomic.AtomicLong;
import kb.client.Terminal;

/** A line that changes in its place on a terminal, not too often; where nobody looks on, there is none. */
final class ProgressLine {
    private static final long BETWEEN_NANOSECONDS = 100_000_000;

    private final Terminal terminal = Terminal.own(System.getenv());
    private final AtomicLong shown = new AtomicLong(System.nanoTime());

    void show(String text) {
        if (System.nanoTime() - shown.get() < BETWEEN_NANOSECONDS) return;
        shown.set(System.nanoTime());
        terminal.passing(text);
    }
}
