package kb.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kb.http.Call;
import kb.http.Response;
import kb.outside.Deadline;
import kb.outside.Health;
import kb.outside.LastHeard;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whether the service is alive, and whether what it depends on is. */
public final class HealthApi {
    private static final Logger LOG = LoggerFactory.getLogger(HealthApi.class);

    private static final String OK = "ok";
    private static final String UNAVAILABLE = "unavailable";

    private final Alive alive;
    private final List<Health> parts;
    private final List<LastHeard> heard;

    /** @param parts are asked @param heard are not, as that would cost something: the last that is known of them is told */
    public HealthApi(String version, Limits limits, List<Health> parts, List<LastHeard> heard) {
        this.alive = new Alive(OK, "the knowledge base is running", version, limits);
        this.parts = List.copyOf(parts);
        this.heard = List.copyOf(heard);
    }

    record Alive(String status, String message, String version, Limits limits) {}

    /** @param lastHeard of those that were not asked: when that was, to the minute, as anyone may read it */
    record Ready(String status, Map<String, String> parts, Map<String, Instant> lastHeard) {}

    Response alive(Call call) {
        return Response.json(200, alive);
    }

    Response ready(Call call) {
        var states = new TreeMap<String, String>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            // those that hang leave the others their share of the time
            var state = Deadline.within(1.0 / (parts.size() - i), () -> state(part));
            states.merge(part.part().word(), state, (one, other) -> one.equals(OK) ? other : one);
        }
        var ready = parts.stream()
                .map(Health::part)
                .allMatch(part -> isDispensable(part) || states.get(part.word()).equals(OK));
        var times = new TreeMap<String, Instant>();
        for (var one : heard) {
            one.state()
                    .ifPresent(state -> times.put(one.part().word(), state.at().truncatedTo(ChronoUnit.MINUTES)));
            states.put(one.part().word(), one.state().map(HealthApi::word).orElse("unknown"));
        }
        if (!ready) return Response.json(503, new Ready(UNAVAILABLE, states, times));
        return Response.json(200, new Ready(states.containsValue(UNAVAILABLE) ? "degraded" : OK, states, times));
    }

    /** The janitor sends what the queue did not take. */
    private static boolean isDispensable(Part part) {
        return part == Part.QUEUE;
    }

    private static String word(LastHeard.State state) {
        return state.well() ? OK : UNAVAILABLE;
    }

    private static String state(Health part) {
        try {
            part.check();
            return OK;
        } catch (Unavailable down) {
            LOG.warn("not ready", down);
            return UNAVAILABLE;
        }
    }
}
