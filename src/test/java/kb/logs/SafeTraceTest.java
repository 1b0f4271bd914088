package kb.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.io.IOException;
import java.util.List;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.junit.jupiter.api.Test;

class SafeTraceTest {
    private static String trace(Throwable failure) {
        var event = new LoggingEvent();
        event.setThrowableProxy(new ThrowableProxy(failure));
        return new SafeTrace().convert(event);
    }

    @Test
    void a_failure_is_told_with_its_causes_and_places_and_only_our_own_words() {
        var cause = new IOException("swordfish");
        cause.addSuppressed(new IllegalStateException("swordfish"));
        var trace = trace(new Unavailable(Part.INDEX, new RuntimeException("swordfish", cause)));
        assertFalse(trace.contains("swordfish"), trace);
        assertEquals(
                List.of(
                        "kb.outside.Unavailable: the search index is not answering",
                        "caused by java.lang.RuntimeException",
                        "caused by java.io.IOException",
                        "besides java.lang.IllegalStateException"),
                trace.lines().filter(line -> !line.startsWith("\t")).toList());
        assertTrue(trace.contains("\tat kb.logs.SafeTraceTest."), trace);
    }

    @Test
    void a_failure_without_end_and_one_in_a_circle_are_told_briefly() {
        var one = new RuntimeException("swordfish");
        one.initCause(new IOException("swordfish", one));
        assertFalse(trace(one).contains("swordfish"));
        assertTrue(trace(endless()).lines().count() <= 61);
    }

    private static StackOverflowError endless() {
        try {
            return deeper(1);
        } catch (StackOverflowError error) {
            return error;
        }
    }

    private static StackOverflowError deeper(int depth) {
        return depth < 0 ? new StackOverflowError() : deeper(depth + 1);
    }

    @Test
    void without_a_failure_there_is_nothing_to_tell() {
        assertEquals("", new SafeTrace().convert(new LoggingEvent()));
    }
}
