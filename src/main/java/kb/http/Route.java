package kb.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the route table.
 *
 * @param rate how often one person may ask for it; empty when it is not counted
 * @param guest whom somebody without a token is taken for; empty when nobody may come without one
 */
public record Route(
        Method method,
        String path,
        List<String> segments,
        Access access,
        Dialect dialect,
        Optional<Rate> rate,
        Optional<Caller> guest,
        Handler handler) {

    /** @param path segments after slashes; {@code {name}} takes any one non-empty segment */
    public static Route route(Method method, String path, Access access, Handler handler) {
        return new Route(method, path, split(path), access, Dialect.OURS, Optional.empty(), Optional.empty(), handler);
    }

    public Route speaking(Dialect other) {
        return new Route(method, path, segments, access, other, rate, guest, handler);
    }

    public Route limitedTo(Rate other) {
        return new Route(method, path, segments, access, dialect, Optional.of(other), guest, handler);
    }

    public Route taking(Optional<Caller> other) {
        return new Route(method, path, segments, access, dialect, rate, other, handler);
    }

    void admit(Caller caller) {
        if (caller.may(access)) return;
        if (caller.equals(Caller.ANONYMOUS)) {
            throw new ProblemException(new Problem.Unauthenticated("send a token: authorization: Bearer <token>"));
        }
        throw new ProblemException(new Problem.Forbidden(access, caller.access()));
    }

    Caller orGuest(Caller caller) {
        return caller.equals(Caller.ANONYMOUS) ? guest.orElse(caller) : caller;
    }

    public Route handledBy(Handler other) {
        return new Route(method, path, segments, access, dialect, rate, guest, other);
    }

    /** A path is split before it is decoded, so an escaped slash stays inside its segment. */
    static List<String> split(String path) {
        return List.of(path.split("/", -1));
    }

    /** The path parameters, decoded; empty when the path is not this route's. */
    Optional<Map<String, String>> match(List<String> path) {
        if (!fits(path)) return Optional.empty();
        var parameters = new LinkedHashMap<String, String>();
        for (int i = 0; i < segments.size(); i++) {
            var mine = segments.get(i);
            if (isParameter(mine)) parameters.put(mine.substring(1, mine.length() - 1), decode(path.get(i)));
        }
        return Optional.of(parameters);
    }

    private boolean fits(List<String> path) {
        if (path.size() != segments.size()) return false;
        for (int i = 0; i < segments.size(); i++) {
            var mine = segments.get(i);
            var given = path.get(i);
            if (isParameter(mine) ? given.isEmpty() : !mine.equals(given)) return false;
        }
        return true;
    }

    /** @throws IllegalArgumentException when some request would fit two rows */
    static void refuseOverlaps(List<Route> table) {
        for (var one : table) {
            for (var other : table) {
                if (one != other && one.overlaps(other)) {
                    throw new IllegalArgumentException("%s %s and %s would take the same request"
                            .formatted(one.method(), one.path(), other.path()));
                }
            }
        }
    }

    /** Whether some request would fit both rows. */
    boolean overlaps(Route other) {
        if (method != other.method || segments.size() != other.segments.size()) return false;
        for (int i = 0; i < segments.size(); i++) {
            var mine = segments.get(i);
            var theirs = other.segments.get(i);
            if (!isParameter(mine) && !isParameter(theirs) && !mine.equals(theirs)) return false;
        }
        return true;
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    /** In a path a plus sign is a plus sign (RFC 3986, 3.3). */
    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformedEscape) {
            throw new ProblemException(new Problem.Malformed("the path has a malformed %-escape"));
        }
    }
}
