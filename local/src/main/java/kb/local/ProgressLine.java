package kb.local;

import java.io.Console;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A line that changes in its place on a terminal; where nobody looks on, there is none. */
final class ProgressLine {
    private static final long BETWEEN_NANOSECONDS = 100_000_000;

    private final boolean watched =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private final AtomicLong shown = new AtomicLong(System.nanoTime());

    /** The text stands at the beginning of the line, so that whatever is written next takes its place. */
    void show(String text) {
        if (!watched || System.nanoTime() - shown.get() < BETWEEN_NANOSECONDS) return;
        shown.set(System.nanoTime());
        System.err.print("\u001b[K" + text + "\r");
    }
}
