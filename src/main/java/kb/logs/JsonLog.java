package kb.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashFieldNames;

/** Logs one JSON object a line to standard error; ours from INFO on, libraries' from WARN on. In code, because reading XML slows each start. */
public final class JsonLog extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var encoder = new LogstashEncoder();
        encoder.setContext(context);
        encoder.setFieldNames(names());
        encoder.setThrowableConverter(new SafeTrace());
        encoder.start();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console);
        context.getLogger("kb").setLevel(Level.INFO);
        context.getLogger("org.apache.pdfbox").setLevel(Level.OFF); // quotes the documents it stumbles over
        context.getLogger("org.apache.fontbox").setLevel(Level.OFF);
        context.getLogger("ai.djl").setLevel(Level.ERROR); // warns of a default that is right
        // regrets that the incubating vector module is not loaded, which would itself warn at each start
        context.getLogger("org.apache.lucene.internal.vectorization").setLevel(Level.ERROR);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static LogstashFieldNames names() {
        var names = new LogstashFieldNames();
        names.setTimestamp("time");
        names.setVersion("[ignore]");
        names.setLevelValue("[ignore]");
        names.setThread("[ignore]");
        return names;
    }
}
