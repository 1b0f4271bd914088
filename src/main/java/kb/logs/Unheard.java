package kb.logs;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets something be logged as always, to the last byte, and nobody hear it. */
public final class Unheard {
    private Unheard() {}

    /** Nothing else may be going on meanwhile. */
    public static void during(Runnable work) {
        var consoles = new ArrayList<ConsoleAppender<ILoggingEvent>>();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            for (var all = context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders(); all.hasNext(); ) {
                if (all.next() instanceof ConsoleAppender<ILoggingEvent> console) consoles.add(console);
            }
        }
        consoles.forEach(console -> console.setOutputStream(nowhere()));
        try {
            work.run();
        } finally {
            consoles.forEach(console -> console.setOutputStream(
                    ConsoleTarget.findByName(console.getTarget()).getStream()));
        }
    }

    /** Of the kind that a console has. */
    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }
}
