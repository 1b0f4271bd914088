package kb.api;

import java.util.List;
import kb.http.Call;
import kb.http.Response;
import kb.search.Passage;
import kb.search.Scope;
import kb.search.SearchService;

/** {@link SearchService} in HTTP's words. */
public final class SearchApi {
    private final SearchService service;

    public SearchApi(SearchService service) {
        this.service = service;
    }

    record Results(List<Passage> passages, List<String> degraded) {}

    Response search(Call call) {
        var query = Query.parse(call);
        var found = service.search(query.scope(), query.text(), query.limit());
        return Response.json(200, new Results(found.passages(), found.degraded()));
    }

    /** A query worth running. */
    record Query(String text, int limit, Scope scope) {
        static Query parse(Call call) {
            var fields = call.fields();
            var text = fields.text("query", 10_000);
            var limit = fields.number("limit", 10, 1, 50);
            var scope = Filters.scope(fields, call.caller());
            return fields.into(() -> new Query(text, limit, scope));
        }
    }
}
