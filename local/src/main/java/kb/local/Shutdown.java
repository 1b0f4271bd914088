package kb.local;

import io.javalin.Javalin;
import java.nio.channels.FileLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the twin in order: first no more requests, then no more work, then the stores. */
final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private Shutdown() {}

    static void of(Javalin server, Twin twin, FileLock data) {
        close("server", () -> LocalServer.stop(server));
        close("twin", twin);
        close("data directory", data);
    }

    /** What does not close must not keep the rest from closing. */
    private static void close(String name, AutoCloseable part) {
        try {
            part.close();
        } catch (Exception unclosed) {
            LOG.warn("the {} was not closed cleanly", name, unclosed);
        }
    }

    /** Maven does not stop what it started when it is stopped itself, so a server without its parent ends. */
    static void withParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }
}
