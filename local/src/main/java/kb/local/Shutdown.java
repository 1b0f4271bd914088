package kb.local;

import io.javalin.Javalin;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the twin in order: first no more requests, then no more work, then the stores. */
final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private Shutdown() {}

    static void of(Javalin server, Twin twin) {
        try {
            server.stop();
            twin.close();
        } catch (IOException unclosed) {
            LOG.error("not everything could be closed", unclosed);
        }
    }

    /** Maven does not stop what it started when it is stopped itself, so a server without its parent ends. */
    static void withParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }
}
