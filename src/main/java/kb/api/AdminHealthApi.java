package kb.api;

import java.util.Optional;
import java.util.Set;
import kb.activity.Activity;
import kb.activity.ActivityLog;
import kb.activity.Kind;
import kb.activity.Tallies;
import kb.documents.DocumentService;
import kb.http.Call;
import kb.http.Response;
import kb.outside.Deadline;
import kb.outside.Health;
import kb.outside.Unavailable;
import kb.people.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a tenant is served well, at a glance. It answers also while parts are down. */
public final class AdminHealthApi {
    private static final Logger LOG = LoggerFactory.getLogger(AdminHealthApi.class);
    private static final int MANY_ERRORS = 5;

    private final Health index;
    private final DocumentService documents;
    private final ActivityLog log;
    private final Tallies tallies;
    private final Activity activity;

    public AdminHealthApi(
            Health index, DocumentService documents, ActivityLog log, Tallies tallies, Activity activity) {
        this.index = index;
        this.documents = documents;
        this.log = log;
        this.tallies = tallies;
        this.activity = activity;
    }

    record Database(String status) {}

    record Weaviate(String status, long chunksStored) {}

    record Services(Database database, Weaviate weaviate) {}

    /** @param unrecorded deeds that this process could not write down */
    record HealthJson(
            String status,
            String indicator,
            Services services,
            long recentErrors,
            long unrecorded,
            Optional<String> error) {}

    /** What the table tells of a tenant. */
    private record Recorded(long errors, long chunks) {}

    Response health(Call call) {
        AdminRead.of(call);
        var connected = Deadline.within(0.4, this::connected) ? "connected" : "disconnected";
        var tenant = Asker.tenant(call.caller());
        var recorded = Deadline.within(0.9, () -> recorded(tenant));
        var errors = recorded.map(Recorded::errors).orElse(0L);
        var up = recorded.isPresent() && connected.equals("connected");
        var bad = !up || errors >= MANY_ERRORS;
        return Response.json(
                200,
                new HealthJson(
                        bad ? "unhealthy" : errors > 0 ? "degraded" : "healthy",
                        bad ? "🔴" : errors > 0 ? "🟡" : "🟢",
                        new Services(
                                new Database(recorded.isPresent() ? "connected" : "disconnected"),
                                new Weaviate(
                                        connected,
                                        recorded.map(Recorded::chunks).orElse(0L))),
                        errors,
                        activity.lost(),
                        recorded.isPresent() ? Optional.empty() : Optional.of("the database is not answering")));
    }

    private boolean connected() {
        try {
            index.check();
            return true;
        } catch (Unavailable down) {
            LOG.warn("the index is not answering", down);
            return false;
        }
    }

    private Optional<Recorded> recorded(Tenant tenant) {
        try {
            var since = Period.hours(1, tallies).since();
            var errors = log.count(tenant, Set.of(Kind.ERROR), since);
            return Optional.of(new Recorded(errors, documents.visible(tenant).chunks()));
        } catch (Unavailable down) {
            LOG.warn("the table is not answering", down);
            return Optional.empty();
        }
    }
}
