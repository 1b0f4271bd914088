package kb.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request: who used which route, how it ended and how long it took; never a token, a body, a query or a path's ids. */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("kb.access");

    private AccessLog() {}

    /** @param route the row's pattern, not the path: a path may hold names */
    record Line(String requestId, String method, String route, Caller caller, int status) {}

    /** A verb nobody knows is the caller's own text. */
    private static String verb(String method) {
        var known = Method.named(method).isPresent() || method.equals("HEAD") || method.equals("OPTIONS");
        return known ? method : "other";
    }

    static void write(Line line, long startedNanos) {
        LOG.atInfo()
                .addKeyValue("request_id", line.requestId())
                .addKeyValue("tenant", line.caller().tenant())
                .addKeyValue("user", line.caller().user())
                .addKeyValue("method", verb(line.method()))
                .addKeyValue("route", line.route())
                .addKeyValue("status", line.status())
                .addKeyValue("milliseconds", (System.nanoTime() - startedNanos) / 1_000_000)
                .log("request");
    }
}
