package kb.local;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import kb.App;
import kb.config.Config;
import kb.outside.TimeOrderedIds;

/** A twin that listens, and that no other twin can disturb; it ends in order, whether it is closed or the process is told to stop. */
final class RunningTwin implements AutoCloseable {
    private final Path data;
    private final Twin twin;
    private final Javalin server;
    private final String host;
    private final FileLock lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RunningTwin(Path data, Twin twin, Javalin server, String host, FileLock lock) {
        this.data = data;
        this.twin = twin;
        this.server = server;
        this.host = host;
        this.lock = lock;
    }

    /** @param around what the application has in place of its parts; each may stand before the part itself */
    static RunningTwin start(Config config, String host, int port, UnaryOperator<App.Outside> around)
            throws IOException {
        var clock = Clock.systemUTC();
        var data = DataDirectory.open(Path.of(config.twin().dataDirectory()));
        FreePort.check(host, port, "PORT");
        FreePort.check(config.twin().host(), config.twin().s3Server().port(), "S3_PORT");
        var lock = DataDirectory.lock(data);
        var processors = Runtime.getRuntime().availableProcessors();
        var twin = Twin.open(
                data,
                config,
                () -> new LocalEmbeddings(processors),
                new TimeOrderedIds(clock, new SecureRandom()),
                clock,
                Pace.USUAL,
                around);
        var server = LocalServer.on(twin.app().router(), twin.limits().largestBody());
        var running = new RunningTwin(data, twin, server, host, lock);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        server.start(host, port);
        return running;
    }

    Path data() {
        return data;
    }

    Twin twin() {
        return twin;
    }

    String address() {
        return Words.address(host, server.port());
    }

    /** The same on this machine, whatever names it has. */
    URI here() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) Shutdown.of(server, twin, lock);
    }
}
