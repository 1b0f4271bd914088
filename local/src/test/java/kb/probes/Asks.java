package kb.probes;

import static kb.probes.Ask.GAP;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kb.http.Method;
import kb.http.Route;

/** The requests of a route that have a gap for a secret: in the path, or where {@link Shapes} has one. */
final class Asks {
    private static final Set<String> PARAMETERS = Set.of("document_id", "chat_id", "message_id");

    private Asks() {}

    /** @throws AssertionError when nobody has thought of such a route or parameter yet */
    static List<Ask> of(Route route) {
        var asks = new ArrayList<Ask>();
        var paths = pathsWithGap(route);
        for (var shape : Shapes.of(route.method() + " " + route.path())) {
            if (shape.hasGap()) asks.add(ask(route, route.path(), shape, shape.fits()));
            else for (var path : paths) asks.add(ask(route, path, shape, Shapes.IDS));
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

    private static List<String> pathsWithGap(Route route) {
        var paths = new ArrayList<String>();
        for (var segment : route.segments()) {
            if (!segment.startsWith("{")) continue;
            var parameter = segment.substring(1, segment.length() - 1);
            if (!PARAMETERS.contains(parameter)) throw new AssertionError("no probes for a path with " + segment);
            paths.add(route.path().replace(segment, GAP));
        }
        return paths;
    }
}
