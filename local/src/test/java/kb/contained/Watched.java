package kb.contained;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import kb.ingest.PdfReader.Reading;
import kb.pages.Page;

/** A reader whose children are looked at all the time: how much memory had the largest? Where Linux tells it. */
final class Watched implements AutoCloseable {
    private static final int OFTEN = 20;

    private final ContainedReader reader;
    private final AtomicLong most = new AtomicLong();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    Watched() {
        this(new ContainedReader());
    }

    Watched(ContainedReader reader) {
        this.reader = reader;
        watch.scheduleWithFixedDelay(this::look, 0, OFTEN, TimeUnit.MILLISECONDS);
    }

    private void look() {
        for (var child : reader.processes()) {
            try (var lines = Files.lines(Path.of("/proc", String.valueOf(child.pid()), "status"))) {
                lines.filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .forEach(megabytes -> most.accumulateAndGet(megabytes, Math::max));
            } catch (IOException | RuntimeException gone) {
                continue;
            }
        }
    }

    Reading read(Path pdf) {
        return read(pdf, _ -> {});
    }

    Reading read(Path pdf, Consumer<Page> pages) {
        most.set(0);
        var reading = reader.read(pdf, 1, (page, _) -> pages.accept(page));
        look();
        return reading;
    }

    /** In megabytes, since the reading began; 0 when it can't be told. */
    long mostMemory() {
        return most.get();
    }

    ContainedReader reader() {
        return reader;
    }

    @Override
    public void close() {
        watch.shutdownNow();
        reader.close();
    }
}
