package kb.contained;

import java.io.IOException;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kb.ingest.PdfReader.Down;
import kb.ingest.PdfReader.Reason;
import kb.outside.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processes in which PDFs are read and drawn: started when there is work, kept for a while, replaced when one was too much for it. */
final class Children implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Children.class);
    private static final int DOCUMENTS_A_CHILD = 50;

    /** What a process ends with when it is asked to end: SIGHUP, SIGINT, SIGTERM. A terminal sends them to all of ours. */
    private static final Set<Integer> ASKED_TO_END = Set.of(129, 130, 143);

    /** Found by looking at the file; any other may have filled the child's memory or broken off a class's beginning. */
    private static final Set<Reason> HARMLESS =
            Set.of(Reason.DAMAGED, Reason.NO_PAGES, Reason.PASSWORD_REQUIRED, Reason.TOO_MANY_PAGES);

    private final Command command;
    private final Allowance allowance;
    private final Set<Child> all = ConcurrentHashMap.newKeySet();
    private final Deque<Child> idle = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    Children(Command command, Allowance allowance) {
        this.command = command;
        this.allowance = allowance;
    }

    Allowance allowance() {
        return allowance;
    }

    static boolean leavesSound(Reason reason) {
        return HARMLESS.contains(reason);
    }

    /** One that is about to open the file: what happens from here on is the file's doing. Give it back. */
    Child begun(Request request) throws InterruptedException {
        for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.isAlive() && begins(kept, request)) return kept;
        }
        var fresh = start();
        if (begins(fresh, request)) return fresh;
        throw new Down("could not be started", null);
    }

    private boolean begins(Child child, Request request) throws InterruptedException {
        var begun = false;
        try {
            child.ask(request);
            var answer = child.next(Deadline.left(allowance.start()));
            begun = answer.isPresent() && answer.get().kind() == Frame.Kind.BEGUN;
            return begun;
        } finally {
            if (!begun) end(child);
        }
    }

    private Child start() {
        try {
            var child = Child.start(command);
            all.add(child);
            if (closed.get()) end(child);
            return child;
        } catch (IOException cannotStart) {
            throw new Down("could not be started", cannotStart);
        }
    }

    /** Of one that is not there any more. @throws Down when it was not the file's doing */
    Reason whyGone(Child child) throws InterruptedException {
        if (closed.get()) throw new Down("was closed", null);
        var status = child.exitStatus();
        if (ASKED_TO_END.contains(status)) throw new Down("was asked to end", null);
        LOG.warn("a process that read a document ended with status {}", status);
        return status == Command.OUT_OF_MEMORY ? Reason.LIMIT_EXCEEDED : Reason.PARSER_CRASHED;
    }

    /** @param sound whether another document may meet it */
    void giveBack(Child child, boolean sound) {
        if (sound) keep(child);
        else end(child);
    }

    private void keep(Child child) {
        var asked = child.asked();
        if (asked == DOCUMENTS_A_CHILD) {
            end(child);
            return;
        }
        idle.push(child);
        if (closed.get()) end(child);
        else
            CompletableFuture.delayedExecutor(allowance.idle().toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> dismiss(child, asked));
    }

    /** Gives its memory back, unless it was asked for something since. */
    private void dismiss(Child child, int asked) {
        if (child.asked() == asked && idle.remove(child)) end(child);
    }

    private void end(Child child) {
        all.remove(child);
        child.close();
    }

    /** Those that work, and those that wait for something to do. */
    List<ProcessHandle> processes() {
        return all.stream().map(Child::handle).toList();
    }

    /** Whoever waits for one hears that the reader is {@link Down}. */
    @Override
    public void close() {
        closed.set(true);
        all.forEach(this::end);
    }
}
