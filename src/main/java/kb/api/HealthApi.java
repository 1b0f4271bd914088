package kb.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kb.http.Call;
import kb.http.Response;
import kb.outside.Deadline;
import kb.outside.Health;
import kb.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whether the service is alive, and whether what it depends on is. */
public final class HealthApi {
    private static final Logger LOG = LoggerFactory.getLogger(HealthApi.class);

    private final Alive alive;
    private final List<Health> parts;

    public HealthApi(String version, Limits limits, List<Health> parts) {
        this.alive = new Alive("ok", "the knowledge base is running", version, limits);
        this.parts = List.copyOf(parts);
    }

    record Alive(String status, String message, String version, Limits limits) {}

    record Ready(String status, Map<String, String> parts) {}

    Response alive(Call call) {
        return Response.json(200, alive);
    }

    Response ready(Call call) {
        var states = new TreeMap<String, String>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            // those that hang leave the others their share of the time
            states.put(part.part().word(), Deadline.within(1.0 / (parts.size() - i), () -> state(part)));
        }
        var ready = states.values().stream().allMatch("ok"::equals);
        return Response.json(ready ? 200 : 503, new Ready(ready ? "ok" : "unavailable", states));
    }

    private static String state(Health part) {
        try {
            part.check();
            return "ok";
        } catch (Unavailable down) {
            LOG.warn("not ready", down);
            return "unavailable";
        }
    }
}
