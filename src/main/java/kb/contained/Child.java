package kb.contained;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A {@link ReadingProcess} as its parent sees it. */
final class Child implements AutoCloseable {
    private static final int FRAMES_AHEAD = 2;

    /** After its pipe has ended, a process does so at once; one that does not has to. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Process process;
    private final OwnFolder folder;
    private final DataOutputStream requests;
    private final BlockingQueue<Frame> frames = new ArrayBlockingQueue<>(FRAMES_AHEAD);
    private final Thread listener;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<Duration> before = new AtomicReference<>(Duration.ZERO);

    private Child(Process process, OwnFolder folder) {
        this.process = process;
        this.folder = folder;
        this.requests = new DataOutputStream(process.getOutputStream());
        this.listener = Thread.ofPlatform().name("pdf-child").daemon().start(this::listen);
    }

    static Child start(Command command) throws IOException {
        var folder = OwnFolder.make();
        try {
            return new Child(command.in(folder).start(), folder);
        } catch (IOException cannotStart) {
            folder.delete();
            throw cannotStart;
        }
    }

    private void listen() {
        try {
            var in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 65_536));
            var frame = next(in);
            for (; frame.kind().isSent(); frame = next(in)) frames.put(frame);
            frames.put(frame);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static Frame next(DataInputStream in) {
        try {
            return Frame.read(in);
        } catch (Garbled noFrame) {
            return Frame.of(Frame.Kind.GARBLED);
        } catch (IOException ended) {
            return Frame.of(Frame.Kind.ENDED);
        }
    }

    /** What it answers, even that it is not there any more, comes in frames. */
    void ask(Request request) {
        asked.incrementAndGet();
        before.set(processorTime());
        try {
            request.write(requests);
        } catch (IOException gone) {
            process.destroyForcibly(); // so its frames end
        }
    }

    /** Empty when nothing came in time. */
    Optional<Frame> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(frames.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Of one whose frames have ended. */
    int exitStatus() throws InterruptedException {
        if (!process.waitFor(FAREWELL)) process.destroyForcibly().waitFor();
        return process.exitValue();
    }

    /** For how long it has had a processor since it was asked; all of it where the system does not tell. */
    Duration worked() {
        return processorTime().minus(before.get());
    }

    private Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElseGet(() -> Duration.ofNanos(System.nanoTime()));
    }

    /** How many documents it was asked for. */
    int asked() {
        return asked.get();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it, whatever it is doing. */
    @Override
    public void close() {
        process.destroyForcibly();
        listener.interrupt();
        frames.clear();
        frames.add(Frame.of(Frame.Kind.ENDED));
        process.onExit()
                .completeOnTimeout(process, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        folder.delete();
    }
}
