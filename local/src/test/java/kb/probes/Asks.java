package kb.probes;

import static kb.probes.Ask.GAP;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kb.http.Method;
import kb.http.Route;

/** The requests of a route that have a gap for a secret: in the path, or where {@link Shapes} has one. */
final class Asks {
    private static final Set<Secret.Kind> NAMES = Set.of(Secret.Kind.NAME);
    /** What fits into each parameter of a path; nothing where it says nothing of anybody's. */
    private static final Map<String, Set<Secret.Kind>> PARAMETERS = Map.of(
            "document_id", Shapes.IDS,
            "chat_id", Shapes.IDS,
            "message_id", Shapes.IDS,
            "doc_id", Shapes.IDS,
            "session_id", Shapes.IDS,
            "file_name", NAMES,
            "page", Set.of(),
            "build", Set.of(),
            "file", Set.of());

    private Asks() {}

    /** @throws AssertionError when nobody has thought of such a route or parameter yet */
    static List<Ask> of(Route route) {
        var asks = new ArrayList<Ask>();
        var paths = pathsWithGap(route);
        for (var shape : Shapes.of(route.method() + " " + route.path())) {
            if (shape.hasGap()) asks.add(ask(route, route.path(), shape, shape.fits()));
            else paths.forEach((path, fits) -> asks.add(ask(route, path, shape, fits)));
        }
        if (route.method() == Method.GET) {
            for (var ask : List.copyOf(asks))
                asks.add(new Ask("HEAD", ask.target(), ask.headers(), ask.body(), ask.fits(), ask.once()));
        }
        if (asks.isEmpty()) throw new AssertionError("no probes for " + route.method() + " " + route.path());
        return asks;
    }

    private static Ask ask(Route route, String path, Shape shape, Set<Secret.Kind> fits) {
        return new Ask(route.method().name(), path + shape.query(), shape.headers(), shape.body(), fits, shape.once());
    }

    /** Each with what fits into its gap. */
    private static Map<String, Set<Secret.Kind>> pathsWithGap(Route route) {
        var paths = new LinkedHashMap<String, Set<Secret.Kind>>();
        for (var segment : route.segments()) {
            if (!segment.startsWith("{")) continue;
            var fits = PARAMETERS.get(segment.substring(1, segment.length() - 1));
            if (fits == null) throw new AssertionError("no probes for a path with " + segment);
            if (!fits.isEmpty()) paths.put(route.path().replace(segment, GAP), fits);
        }
        return paths;
    }
}
