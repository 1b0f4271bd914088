package kb.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kb.documents.Caution;
import kb.documents.Cautions;
import kb.http.Call;
import kb.http.Caller;
import kb.http.Fields;
import kb.http.Response;
import kb.search.Explanation;
import kb.search.Leg;
import kb.search.Passage;
import kb.search.SearchService;
import kb.search.Selection;

/** {@link SearchService} in HTTP's words. */
public final class SearchApi {
    private final SearchService service;
    private final Cautions cautions;
    private final Paying paying;

    public SearchApi(SearchService service, Cautions cautions, Paying paying) {
        this.service = service;
        this.cautions = cautions;
        this.paying = paying;
    }

    record Results(List<Passage> passages, List<String> degraded, List<Caution> warnings) {}

    Response search(Call call) {
        return Response.json(200, search(Query.parse(call.fields(), call.caller()), call.caller()));
    }

    Object search(Query query, Caller caller) {
        return paying.search(Asker.person(caller)).of(() -> query.explain() ? explained(query) : found(query));
    }

    private Results found(Query query) {
        var found = service.search(query.selection(), query.text(), query.limit(), query.legs());
        return new Results(found.passages(), found.degraded(), warnings(query, found.passages()));
    }

    /** @param explanation says which filters applied to all of it, too */
    record ExplainedResults(
            List<Passage> passages, List<String> degraded, List<Caution> warnings, ExplanationJson explanation) {}

    record ExplanationJson(
            List<String> tokens,
            List<Leg> legs,
            List<String> filters,
            List<Explanation.Lacking> degraded,
            List<Explanation.Reason> passages) {}

    private ExplainedResults explained(Query query) {
        var explained = service.explained(query.selection(), query.text(), query.limit(), query.legs());
        var found = explained.found();
        var why = explained.explanation();
        var filters = Filters.names(query.selection());
        var json = new ExplanationJson(why.tokens(), why.legs(), filters, why.degraded(), why.passages());
        return new ExplainedResults(found.passages(), found.degraded(), warnings(query, found.passages()), json);
    }

    private List<Caution> warnings(Query query, List<Passage> passages) {
        var documents = passages.stream().map(Passage::documentId).distinct().toList();
        return cautions.of(query.selection().tenant(), documents);
    }

    /** A query worth running. */
    record Query(String text, int limit, Set<Leg> legs, Selection selection, boolean explain) {
        static Query parse(Fields fields, Caller caller) {
            var text = fields.text("query", 10_000);
            var limit = fields.number("limit", 10, 1, 50);
            var legs = legs(fields);
            var selection = Filters.selection(fields, caller);
            var explain = fields.flag("explain", false);
            return fields.into(() -> new Query(text, limit, legs, selection, explain));
        }

        private static Set<Leg> legs(Fields fields) {
            var legs = EnumSet.noneOf(Leg.class);
            for (var word : fields.texts("legs", 2, 10)) {
                switch (word) {
                    case "keyword" -> legs.add(Leg.KEYWORD);
                    case "vector" -> legs.add(Leg.VECTOR);
                    default -> fields.complain("legs", "must hold keyword, vector or both", word);
                }
            }
            return legs.isEmpty() ? Leg.ALL : legs;
        }
    }
}
