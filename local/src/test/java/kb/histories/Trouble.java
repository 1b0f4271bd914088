package kb.histories;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import kb.outside.Part;
import kb.outside.Unavailable;

/** Counts the calls to all ports while something is done, and lets one of them fail, or something else happen before it. */
final class Trouble {
    /**
     * What goes wrong.
     *
     * @param call the number of the first call that fails
     * @param calls how many fail, unless the process is killed
     * @param late whether the call does its work first, and only its answer is lost
     */
    record Fault(int call, int calls, boolean late, boolean kills) {}

    /** What else happens before a call, in another process: an outage is one there too. */
    record Interruption(int call, Runnable happens) {}

    private record Plan(Optional<Fault> fault, Optional<Interruption> interruption) {}

    private static final Plan NONE = new Plan(Optional.empty(), Optional.empty());

    private final AtomicReference<Plan> plan = new AtomicReference<>(NONE);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger fired = new AtomicInteger();
    private final AtomicReference<Killed> killed = new AtomicReference<>();

    /** How many calls failed so far. */
    int fired() {
        return fired.get();
    }

    boolean killed() {
        return killed.get() != null;
    }

    void during(Optional<Fault> fault, Optional<Interruption> interruption, Runnable action) {
        plan.set(new Plan(fault, interruption));
        calls.set(0);
        killed.set(null);
        try {
            action.run();
        } finally {
            plan.set(NONE);
        }
    }

    /** The same port, troubled. */
    <T> T over(Class<T> type, T port, Part part) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    var number = calls.incrementAndGet();
                    before(number, part);
                    try {
                        var result = method.invoke(port, arguments);
                        fail(number, part, true);
                        return result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    private void before(int number, Part part) {
        plan.get().interruption().filter(one -> one.call() == number).ifPresent(this::interrupt);
        if (killed()) throw killed.get();
        fail(number, part, false);
    }

    private void interrupt(Interruption interruption) {
        var suspended = plan.get();
        var outage = suspended.fault().filter(fault -> !fault.kills());
        plan.set(new Plan(outage, Optional.empty()));
        var number = calls.get();
        var dead = killed.getAndSet(null);
        interruption.happens().run();
        plan.set(suspended);
        killed.set(dead);
        if (outage.isEmpty()) calls.set(number);
    }

    private void fail(int number, Part part, boolean late) {
        plan.get()
                .fault()
                .filter(fault -> fault.late() == late && covers(fault, number))
                .ifPresent(fault -> {
                    fired.incrementAndGet();
                    if (!fault.kills()) throw new Unavailable(part, null);
                    killed.set(new Killed());
                    throw killed.get();
                });
    }

    private static boolean covers(Fault fault, int number) {
        return fault.call() <= number && number < fault.call() + fault.calls();
    }
}
