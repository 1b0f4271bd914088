package kb.outside;

import java.util.concurrent.Future.State;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Two calls at the same time, both inside the caller's deadline.
 *
 * <p>Neither outlives its caller: when one fails, the other is waited for all the same, which its deadline keeps short.
 */
public final class Together {
    private Together() {}

    public record Both<A, B>(A first, B second) {}

    /** Fails as the one that failed; as the second where both did. */
    public static <A, B> Both<A, B> both(Supplier<A> first, Supplier<B> second) {
        var task = new FutureTask<>(Deadline.carried(first)::get);
        var thread = Thread.ofVirtual().name("together").start(task);
        B here;
        try {
            here = second.get();
        } finally {
            await(thread);
        }
        return new Both<>(result(task), here);
    }

    private static <A> A result(FutureTask<A> task) {
        if (task.state() == State.SUCCESS) return task.resultNow();
        throw switch (task.exceptionNow()) {
            case RuntimeException failed -> failed;
            case Error broken -> throw broken;
            case Throwable impossible -> new IllegalStateException(impossible);
        };
    }

    private static void await(Thread thread) {
        var interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stop) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
