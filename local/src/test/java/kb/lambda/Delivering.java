package kb.lambda;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Brings to a function what its queue holds, all the time, as Lambda does; nothing while somebody holds the lock on this. */
public final class Delivering implements AutoCloseable {
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();
    private final DeployedStack stack;
    private final DeployedFunction function;

    public Delivering(DeployedStack stack, DeployedFunction function) {
        this.stack = stack;
        this.function = function;
        rounds.scheduleWithFixedDelay(this::deliver, 0, 20, TimeUnit.MILLISECONDS);
    }

    private synchronized void deliver() {
        try {
            stack.deliver(function);
        } catch (RuntimeException failed) {
            failed.printStackTrace(); // the queue keeps what was not taken
        }
    }

    @Override
    public void close() {
        rounds.close();
    }
}
