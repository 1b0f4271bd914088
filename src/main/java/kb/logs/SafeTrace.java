package kb.logs;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;

/**
 * A failure as the log tells it: what failed and where.
 *
 * <p>Its message is told only when the exception is ours. Any other may quote what it stumbled over: a question, a
 * document, a token.
 */
final class SafeTrace extends ThrowableHandlingConverter {
    private static final int MOST_FRAMES = 60;

    @Override
    public String convert(ILoggingEvent event) {
        var trace = new StringBuilder();
        for (var failure = event.getThrowableProxy(); failure != null; failure = failure.getCause()) {
            if (!trace.isEmpty()) trace.append("caused by ");
            append(trace, failure);
        }
        return trace.toString();
    }

    private static void append(StringBuilder trace, IThrowableProxy failure) {
        trace.append(failure.getClassName());
        if (failure.getClassName().startsWith("kb.") && failure.getMessage() != null) {
            trace.append(": ").append(failure.getMessage());
        }
        trace.append('\n');
        var frames = failure.getStackTraceElementProxyArray();
        var own = Math.min(MOST_FRAMES, frames.length - failure.getCommonFrames());
        for (int i = 0; i < own; i++) trace.append('\t').append(frames[i]).append('\n');
        for (var other : failure.getSuppressed()) append(trace.append("besides "), other);
    }
}
