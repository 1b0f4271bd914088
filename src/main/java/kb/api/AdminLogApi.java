package kb.api;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kb.activity.ActivityLog;
import kb.activity.Entry;
import kb.activity.Kind;
import kb.activity.Tallies;
import kb.documents.Document;
import kb.documents.DocumentService;
import kb.http.Call;
import kb.http.Response;
import kb.people.Tenant;
import kb.usage.Expenses;

/** What was done in a tenant and what went wrong there, entry by entry. */
public final class AdminLogApi {
    private static final int LONGEST_TYPE = 100;
    private static final List<String> DOCUMENT_NUMBERS = List.of("chunks_created", "duration_ms");
    private static final List<String> CHAT_NUMBERS =
            List.of("tokens", "duration_ms", "chunks_retrieved", "chunks_used");

    private final ActivityLog log;
    private final Tallies tallies;
    private final DocumentService documents;
    private final Expenses expenses;

    public AdminLogApi(ActivityLog log, Tallies tallies, DocumentService documents, Expenses expenses) {
        this.log = log;
        this.tallies = tallies;
        this.documents = documents;
        this.expenses = expenses;
    }

    record ErrorJson(
            Instant timestamp,
            String level,
            String component,
            Optional<String> message,
            Optional<String> pipelineId,
            String errorType) {
        static ErrorJson of(Entry entry) {
            var details = entry.details();
            return new ErrorJson(
                    entry.at(),
                    (String) details.get("level"),
                    (String) details.get("component"),
                    entry.error(),
                    Optional.ofNullable((String) details.get("incident")),
                    entry.action());
        }
    }

    record Errors(
            String period, long totalErrors, Map<String, Long> byComponent, List<ErrorJson> recent, Instant since) {}

    Response errors(Call call) {
        var query = call.query();
        var hours = query.number("hours", 1, 1, 24);
        var limit = query.number("limit", 50, 1, 200);
        var period = query.into(() -> Period.hours(hours, tallies));
        AdminRead.of(call);
        var byComponent = new TreeMap<String, Long>();
        period.count(call, tallies).each("errors.", byComponent::put);
        var total = byComponent.values().stream().mapToLong(Long::longValue).sum();
        var recent = log.entries(Asker.tenant(call.caller()), Set.of(Kind.ERROR), period.since(), limit).stream()
                .map(ErrorJson::of)
                .toList();
        return Response.json(200, new Errors(period.name(), total, byComponent, recent, period.since()));
    }

    record Actor(String id, String name) {}

    record EntryJson(
            String type,
            Instant timestamp,
            String action,
            String target,
            boolean success,
            Optional<Actor> actor,
            Map<String, Object> details,
            Optional<String> error) {}

    record Log(List<EntryJson> logs, long total, int periodHours, String filter, Instant since) {}

    Response activity(Call call) {
        var query = call.query();
        var hours = query.number("hours", 24, 1, 168);
        var limit = query.number("limit", 50, 1, 200);
        var type = query.optionalText("log_type", LONGEST_TYPE).orElse("all");
        var period = query.into(() -> Period.hours(hours, tallies));
        AdminRead.of(call);
        var tenant = Asker.tenant(call.caller());
        var kinds = kinds(type);
        var shown = new Shown(tenant, log.entries(tenant, kinds, period.since(), limit));
        var total = log.count(tenant, kinds, period.since());
        return Response.json(200, new Log(shown.all(), total, hours, type, period.since()));
    }

    /** Of a word that is none of ours there is nothing. */
    private static Set<Kind> kinds(String type) {
        return switch (type) {
            case "all" -> Kind.DAILY;
            case "documents" -> Set.of(Kind.DOCUMENT);
            case "chat" -> Set.of(Kind.CHAT);
            case "errors" -> Set.of(Kind.ERROR);
            case "admin" -> Set.of(Kind.ADMIN);
            default -> Set.of();
        };
    }

    /** Entries with what is known of their documents now. */
    private final class Shown {
        private final List<Entry> entries;
        private final Map<UUID, Document> named = new HashMap<>();
        private final Map<UUID, Expenses.Spent> spent;

        Shown(Tenant tenant, List<Entry> entries) {
            this.entries = entries;
            var ids = entries.stream()
                    .flatMap(entry -> id(entry).stream())
                    .distinct()
                    .toList();
            for (var document : documents.find(tenant, ids)) named.put(document.documentId(), document);
            this.spent = expenses.of(tenant, ids);
        }

        List<EntryJson> all() {
            return entries.stream().map(this::json).toList();
        }

        private EntryJson json(Entry entry) {
            var actor = entry.user().map(user -> new Actor(user, entry.name().orElse(user)));
            var document = id(entry).map(named::get);
            return new EntryJson(
                    entry.kind().word(),
                    entry.at(),
                    entry.action(),
                    document.map(one -> one.name().filename()).orElse(entry.target()),
                    entry.error().isEmpty(),
                    actor,
                    details(entry, document),
                    entry.error());
        }

        private Map<String, Object> details(Entry entry, Optional<Document> document) {
            var details = new TreeMap<>(entry.details());
            switch (entry.kind()) {
                case DOCUMENT -> ofDocument(entry, document, details);
                case CHAT -> {
                    for (var name : CHAT_NUMBERS) details.putIfAbsent(name, 0);
                    details.merge("cost_usd", 0.0, (cost, _) -> ((Number) cost).doubleValue());
                }
                case ERROR, ADMIN -> {
                    // as they were written down
                }
            }
            return details;
        }

        private void ofDocument(Entry entry, Optional<Document> document, Map<String, Object> details) {
            var took = id(entry)
                    .filter(_ -> entry.action().equals("process"))
                    .map(spent::get)
                    .orElse(Expenses.Spent.NOTHING);
            id(entry).ifPresent(id -> details.put("document_id", id));
            for (var name : DOCUMENT_NUMBERS) details.putIfAbsent(name, 0);
            details.put("tokens", took.tokens());
            details.put("cost_usd", took.dollars());
            document.ifPresent(one -> details.put("uploaded_by", one.source().uploadedBy()));
        }

        /** Of the document, where it was done to one. */
        private static Optional<UUID> id(Entry entry) {
            if (entry.kind() != Kind.DOCUMENT || entry.target().length() != 36) return Optional.empty();
            try {
                return Optional.of(UUID.fromString(entry.target()));
            } catch (IllegalArgumentException nameOfAnIndex) {
                return Optional.empty();
            }
        }
    }
}
