package kb.api.spa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kb.api.Asker;
import kb.documents.Document;
import kb.documents.DocumentService;
import kb.documents.Shelf;
import kb.documents.Status;
import kb.documents.Wanted;
import kb.erasure.Erasure;
import kb.http.Call;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Response;
import kb.people.Tenant;
import kb.store.Order;

/** What there is, as the app lists it, and its versions and deletion. */
public final class SpaLibrary {
    private static final int AT_ONCE = 100;

    private final DocumentService documents;
    private final Erasure erasure;

    public SpaLibrary(DocumentService documents, Erasure erasure) {
        this.documents = documents;
        this.erasure = erasure;
    }

    private record Part(int limit, int offset, Optional<String> uploadedBy, Comparator<Document> order) {
        static Part of(Call call) {
            var query = new SpaQuery(call);
            var limit = query.number("limit", 100);
            var offset = query.number("offset", 0);
            var by = query.text("uploaded_by");
            var order = order(query.text("order_by").orElse(""));
            var ascending =
                    query.text("order_dir").filter("ASC"::equalsIgnoreCase).isPresent();
            return query.into(() -> new Part(limit, offset, by, ascending ? order : order.reversed()));
        }

        private static Comparator<Document> order(String by) {
            return switch (by) {
                case "file_name" ->
                    Comparator.comparing(document -> document.name().filename());
                case "file_size_bytes" ->
                    Comparator.comparing(document -> document.source().sizeBytes());
                case "chunks" ->
                    Comparator.comparing(document -> document.state().progress().chunks());
                default -> Comparator.comparing(document -> document.source().uploadDate());
            };
        }
    }

    public Response list(Call call) {
        var part = Part.of(call);
        var all = visible(Asker.tenant(call.caller())).stream()
                .filter(document -> part.uploadedBy()
                        .map(document.source().uploadedBy()::equals)
                        .orElse(true))
                .sorted(part.order())
                .toList();
        var shown = all.stream()
                .skip(Math.max(0, part.offset()))
                .limit(part.limit() < 0 ? all.size() : part.limit())
                .map(SpaLibrary::listed)
                .toList();
        var list = new LinkedHashMap<String, Object>();
        list.put("success", true);
        list.put("total_count", all.size());
        list.put("count", shown.size());
        list.put("offset", part.offset());
        list.put("limit", part.limit());
        list.put("documents", shown);
        return Response.json(200, list);
    }

    private List<Document> visible(Tenant tenant) {
        var ready = new Wanted(
                Optional.of(Status.READY),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Order.DESCENDING);
        var all = new ArrayList<Document>();
        var cursor = Optional.<String>empty();
        do {
            var some = documents.list(tenant, ready, AT_ONCE, cursor);
            some.documents().stream().filter(Document::visible).forEach(all::add);
            cursor = some.cursor();
        } while (cursor.isPresent());
        return all;
    }

    private static Map<String, Object> listed(Document document) {
        var listed = new LinkedHashMap<String, Object>();
        listed.put("doc_id", document.documentId());
        listed.put("file_name", document.name().filename());
        listed.put("upload_date", SpaTime.ofDocument(document.source().uploadDate()));
        listed.put("file_size_bytes", document.source().sizeBytes());
        listed.put("file_size_formatted", formatted(document.source().sizeBytes()));
        listed.put("chunks", document.state().progress().chunks());
        listed.put("uploaded_by", document.source().uploadedBy());
        listed.put("page_count", document.state().progress().pages());
        return listed;
    }

    private static String formatted(long bytes) {
        if (bytes < 1_024) return bytes + " B";
        if (bytes < 1_024 * 1_024) return String.format(Locale.ROOT, "%.2f KB", bytes / 1_024.0);
        return String.format(Locale.ROOT, "%.2f MB", bytes / 1_024.0 / 1_024.0);
    }

    public Response versions(Call call) {
        var name = call.parameters().get("file_name");
        var ready = ready(Asker.tenant(call.caller()), name);
        if (ready.isEmpty()) throw new ProblemException(new Problem.NotFound("document", "named so"));
        var current = ready.stream().filter(version -> version.name().held()).findFirst();
        var history = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < ready.size(); i++)
            if (!ready.get(i).name().held()) history.add(archived(ready.get(i), ready.get(Math.max(0, i - 1))));
        var versions = new LinkedHashMap<String, Object>();
        versions.put("success", true);
        versions.put("file_name", name);
        versions.put("current_version", current.map(SpaLibrary::current));
        versions.put("version_history", history);
        versions.put("total_versions", ready.size());
        return Response.json(200, versions);
    }

    private List<Shelf.Version> ready(Tenant tenant, String name) {
        var ready = new ArrayList<Shelf.Version>();
        var cursor = Optional.<String>empty();
        do {
            var some = documents.versions(tenant, name, AT_ONCE, cursor);
            some.versions().stream()
                    .filter(version -> version.document().state().status() == Status.READY)
                    .forEach(ready::add);
            cursor = some.cursor();
        } while (cursor.isPresent());
        return ready;
    }

    private static Map<String, Object> current(Shelf.Version version) {
        var current = new LinkedHashMap<String, Object>();
        current.put("doc_id", version.document().documentId());
        current.put("file_name", version.name().filename());
        current.putAll(version(version));
        current.put("is_current", true);
        return current;
    }

    /** @param next took its place */
    private static Map<String, Object> archived(Shelf.Version version, Shelf.Version next) {
        var archived = new LinkedHashMap<String, Object>();
        archived.put("version_id", version.document().documentId());
        archived.putAll(version(version));
        archived.put(
                "archived_date", SpaTime.ofDocument(next.document().source().uploadDate()));
        archived.put("is_current", false);
        return archived;
    }

    private static Map<String, Object> version(Shelf.Version version) {
        var document = version.document();
        var json = new LinkedHashMap<String, Object>();
        json.put("version", version.name().version());
        json.put("upload_date", SpaTime.ofDocument(document.source().uploadDate()));
        json.put("file_size_bytes", document.source().sizeBytes());
        json.put("chunks", document.state().progress().chunks());
        json.put("uploaded_by", document.source().uploadedBy());
        return json;
    }

    public Response delete(Call call) {
        var id = call.id("doc_id", "document");
        var tenant = Asker.tenant(call.caller());
        var document = documents.find(tenant, id).orElseThrow(() -> absent(id));
        erasure.erase(tenant, id).orElseThrow(() -> absent(id));
        var deleted = new LinkedHashMap<String, Object>();
        deleted.put("doc_id", id);
        deleted.put("file_name", document.name().filename());
        deleted.put("chunks", document.state().progress().chunks());
        return Response.json(200, Map.of("success", true, "message", "deleted", "deleted_doc", deleted));
    }

    private static ProblemException absent(UUID id) {
        return new ProblemException(new Problem.NotFound("document", id.toString()));
    }
}
