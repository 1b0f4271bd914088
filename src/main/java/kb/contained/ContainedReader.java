package kb.contained;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kb.contained.Answers.Answer;
import kb.ingest.PdfReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads PDFs in processes of their own, so that no file does anything to this one.
 *
 * <p>A child is started for the first document, asked for one after the other, and replaced when one was too much
 * for it: what such a file left in its memory, no other document meets. Two documents at a time have two.
 */
public final class ContainedReader implements PdfReader, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ContainedReader.class);
    private static final int DOCUMENTS_A_CHILD = 50;

    /** What a process ends with when it is asked to end: SIGHUP, SIGINT, SIGTERM. A terminal sends them to all of ours. */
    private static final Set<Integer> ASKED_TO_END = Set.of(129, 130, 143);

    /** Found by looking at the file; any other may have filled the child's memory or broken off a class's beginning. */
    private static final Set<Reason> HARMLESS =
            Set.of(Reason.DAMAGED, Reason.NO_PAGES, Reason.PASSWORD_REQUIRED, Reason.TOO_MANY_PAGES);

    private final Command command;
    private final Allowance allowance;
    private final Set<Child> children = ConcurrentHashMap.newKeySet();
    private final Deque<Child> idle = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    public ContainedReader() {
        this(Command.READING, Allowance.USUAL);
    }

    ContainedReader(Command command, Allowance allowance) {
        this.command = command;
        this.allowance = allowance;
    }

    @Override
    public Reading read(Path pdf, int first, Pages pages) {
        try {
            var child = begun(Request.reading(pdf, first));
            var sound = false;
            try {
                var reading = reading(child, new Answers(first), pages);
                sound = leavesSound(reading);
                return reading;
            } finally {
                if (sound) keep(child);
                else end(child);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Down("was interrupted", stopping);
        }
    }

    /** Draws a page into a file, and says whether that could be done in time. */
    boolean draw(Path pdf, int page, Path picture) {
        try {
            var child = begun(Request.drawing(pdf, page, picture));
            var drawn = false;
            try {
                var frame = child.next(allowance.silence());
                drawn = frame.filter(answer -> answer.kind() == Frame.Kind.COMPLETE)
                        .isPresent();
                return drawn;
            } finally {
                if (drawn) keep(child);
                else end(child);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Down("was interrupted", stopping);
        }
    }

    private static boolean leavesSound(Reading reading) {
        return switch (reading) {
            case Reading.Complete _ -> true;
            case Reading.Unreadable(var reason) -> HARMLESS.contains(reason);
        };
    }

    /** A child that is about to open the file: what happens from here on is the file's doing. */
    private Child begun(Request request) throws InterruptedException {
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
            var answer = child.next(allowance.start());
            begun = answer.isPresent() && answer.get().kind() == Frame.Kind.BEGUN;
            return begun;
        } finally {
            if (!begun) end(child);
        }
    }

    private Child start() {
        try {
            var child = Child.start(command);
            children.add(child);
            if (closed.get()) end(child);
            return child;
        } catch (IOException cannotStart) {
            throw new Down("could not be started", cannotStart);
        }
    }

    private Reading reading(Child child, Answers answers, Pages pages) throws InterruptedException {
        var waited = Duration.ZERO;
        var forgiven = Duration.ZERO;
        while (true) {
            var began = System.nanoTime();
            var frame = child.next(allowance.left(waited.minus(forgiven), answers.all()));
            waited = waited.plusNanos(System.nanoTime() - began);
            if (frame.isEmpty()) {
                if (!allowance.isStarved(waited, child.worked(), answers.all()))
                    return new Reading.Unreadable(Reason.PARSE_TIMEOUT);
                forgiven = forgiven.plus(allowance.silence());
                continue;
            }
            switch (answers.understood(frame.get())) {
                case Answer.Given(var page) -> pages.take(page, answers.all());
                case Answer.Over(var reading) -> {
                    return reading;
                }
                case Answer.Gone _ -> {
                    return new Reading.Unreadable(whyGone(child));
                }
            }
        }
    }

    private Reason whyGone(Child child) throws InterruptedException {
        if (closed.get()) throw new Down("was closed", null);
        var status = child.exitStatus();
        if (ASKED_TO_END.contains(status)) throw new Down("was asked to end", null);
        LOG.warn("a process that read a document ended with status {}", status);
        return status == Command.OUT_OF_MEMORY ? Reason.LIMIT_EXCEEDED : Reason.PARSER_CRASHED;
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
        children.remove(child);
        child.close();
    }

    /** Those that read, and those that wait for something to read. */
    List<ProcessHandle> processes() {
        return children.stream().map(Child::handle).toList();
    }

    /** Whoever is reading hears that the reader is {@link kb.ingest.PdfReader.Down}. */
    @Override
    public void close() {
        closed.set(true);
        children.forEach(this::end);
    }
}
