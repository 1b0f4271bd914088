package kb.local;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Has a command clean up behind itself when the process is told to stop before the command has ended. */
final class OrderlyEnd {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private OrderlyEnd() {}

    @FunctionalInterface
    interface Command<T> {
        /** @param stop whether to come to an end: throw, and close on the way what is open */
        T run(BooleanSupplier stop) throws IOException;
    }

    static <T> T of(Command<T> command) throws IOException {
        var stop = new AtomicBoolean();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.set(true);
            await(ended);
        }));
        try {
            return command.run(stop::get);
        } finally {
            ended.countDown();
        }
    }

    private static void await(CountDownLatch ended) {
        try {
            if (ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) return;
            System.err.println("kb: stopped before everything was cleaned up");
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
