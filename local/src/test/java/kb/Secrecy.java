package kb;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Looks at a failure as a log would print it, causes and all. */
public final class Secrecy {
    private Secrecy() {}

    public static void assertNothingTold(Throwable failure, String... secrets) {
        var printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        for (var secret : secrets) assertFalse(printed.toString().contains(secret), printed::toString);
    }
}
