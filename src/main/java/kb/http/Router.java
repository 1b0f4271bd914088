package kb.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the row of a request, lets its caller in or not, and answers: the whole behaviour of the API that is not a
 * feature's, decided once for every front end.
 *
 * <p>A path that ends in a slash or holds a double slash is another path than the one without. HEAD is answered as
 * GET without a body, OPTIONS by what the path allows.
 */
public final class Router {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final String NO_ROUTE = "none";

    private final List<Route> table;
    private final Gate gate;
    private final Limiter limiter;
    private final Cors cors;
    private final Supplier<String> newId;
    private final Function<RuntimeException, Optional<Problem>> explain;

    /**
     * @param newId makes request ids and incident numbers
     * @param explain the problem behind an exception, when it is the world's fault and not ours
     * @throws IllegalArgumentException when some request would fit two rows
     */
    public Router(
            List<Route> table,
            Gate gate,
            Limiter limiter,
            Cors cors,
            Supplier<String> newId,
            Function<RuntimeException, Optional<Problem>> explain) {
        this.table = List.copyOf(table);
        this.gate = gate;
        this.limiter = limiter;
        this.cors = cors;
        this.newId = newId;
        this.explain = explain;
        Route.refuseOverlaps(table);
    }

    public List<Route> table() {
        return table;
    }

    /** Answers every request; throws nothing. */
    public Response handle(Request request) {
        var started = System.nanoTime();
        return finish(request, request.requestId().orElseGet(newId), visit(request), started);
    }

    private Response finish(Request request, String requestId, Visit visit, long started) {
        var response = SecurityHeaders.on(cors.share(request, visit.response()), requestId);
        var line = new AccessLog.Line(requestId, request.method(), visit.route(), visit.caller(), response.status());
        if (response.body() instanceof Body.Events(var stream)
                && !request.method().equals("HEAD")) {
            return response.withBody(new Body.Events(receiver -> {
                guarded(stream, visit.dialect(), request, receiver);
                AccessLog.write(line, started);
            }));
        }
        AccessLog.write(line, started);
        return request.method().equals("HEAD") ? response.head() : response;
    }

    /** Answers a request that its front end could not hand over as it is. */
    public Response refuse(Request request, Problem problem) {
        var words = anonymous(Dialect.OURS.render(problem, request));
        return finish(request, request.requestId().orElseGet(newId), words, System.nanoTime());
    }

    /** How far a request came and what it got there. */
    private record Visit(Response response, String route, Caller caller, Dialect dialect) {}

    private record Match(Route route, Map<String, String> parameters) {}

    private Visit visit(Request request) {
        try {
            var rows = rows(request.path());
            if (rows.isEmpty()) throw new ProblemException(new Problem.NoSuchRoute());
            var allowed = allowed(rows);
            if (Cors.isPreflight(request)) return anonymous(cors.preflight(request, String.join(", ", allowed)));
            if (request.method().equals("OPTIONS"))
                return anonymous(Response.empty(204).with("allow", String.join(", ", allowed)));
            var wanted = Method.named(request.method().equals("HEAD") ? "GET" : request.method());
            for (var row : rows) {
                if (wanted.filter(method -> method == row.route().method()).isPresent()) return enter(row, request);
            }
            var words = rows.getFirst().route().dialect();
            return anonymous(words.render(new Problem.MethodNotAllowed(allowed), request));
        } catch (ProblemException refused) {
            return anonymous(Dialect.OURS.render(refused.problem(), request));
        }
    }

    private static Visit anonymous(Response response) {
        return new Visit(response, NO_ROUTE, Caller.ANONYMOUS, Dialect.OURS);
    }

    private List<Match> rows(String path) {
        var segments = Route.split(path);
        var rows = new ArrayList<Match>();
        for (var route : table) {
            route.match(segments).ifPresent(parameters -> rows.add(new Match(route, parameters)));
        }
        return rows;
    }

    private static Set<String> allowed(List<Match> rows) {
        var allowed = new TreeSet<>(Set.of("OPTIONS"));
        for (var row : rows) {
            allowed.add(row.route().method().name());
            if (row.route().method() == Method.GET) allowed.add("HEAD");
        }
        return allowed;
    }

    private Visit enter(Match match, Request request) {
        var route = match.route();
        var caller = Caller.ANONYMOUS;
        try {
            if (route.access() != Access.PUBLIC) caller = route.orGuest(gate.identify(request));
            route.admit(caller);
            var standing = route.rate().isEmpty()
                    ? Optional.<Standing>empty()
                    : limiter.count(caller, route.rate().get());
            var response = answer(route, new Call(request, match.parameters(), caller), standing);
            return visited(route, standing.map(one -> one.tell(response)).orElse(response), caller);
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            return visited(route, route.dialect().render(problem(failure, route.path()), request), caller);
        }
    }

    private static Visit visited(Route route, Response response, Caller caller) {
        return new Visit(response, route.path(), caller, route.dialect());
    }

    private Response answer(Route route, Call call, Optional<Standing> standing) {
        try {
            standing.ifPresent(Standing::admit);
            return route.handler().handle(call);
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            return route.dialect().render(problem(failure, route.path()), call.request());
        }
    }

    /** A stream has begun with status 200; what fails now is told as its last event. */
    private void guarded(Body.Stream stream, Dialect dialect, Request request, Consumer<Event> receiver) {
        try {
            told(stream, dialect, request, receiver);
        } catch (Body.CallerGone gone) {
            LOG.debug("a caller went away in the middle of a stream", gone);
        }
    }

    private void told(Body.Stream stream, Dialect dialect, Request request, Consumer<Event> receiver) {
        try {
            stream.sendTo(receiver);
        } catch (Body.CallerGone gone) {
            throw gone;
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            var rendered = dialect.render(problem(failure, "stream"), request);
            if (rendered.body() instanceof Body.Text(var json)) receiver.accept(new Event("error", json));
        }
    }

    private Problem problem(Throwable failure, String where) {
        if (failure instanceof ProblemException told) return told.problem();
        if (failure instanceof RuntimeException exception) {
            var explained = explain.apply(exception);
            if (explained.isPresent()) {
                // a caller's mistake is no concern of the operator's
                if (explained.get() instanceof Problem.Unavailable || explained.get() instanceof Problem.ModelBusy)
                    LOG.warn("{} in {}", explained.get(), where, failure);
                return explained.get();
            }
        }
        var incident = newId.get();
        LOG.error("incident {} in {}", incident, where, failure);
        return new Problem.Unexpected(incident);
    }
}
