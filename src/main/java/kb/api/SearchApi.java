package kb.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kb.http.Call;
import kb.http.Fields;
import kb.http.Response;
import kb.search.Leg;
import kb.search.Passage;
import kb.search.SearchService;
import kb.search.Selection;

/** {@link SearchService} in HTTP's words. */
public final class SearchApi {
    private final SearchService service;
    private final Paying paying;

    public SearchApi(SearchService service, Paying paying) {
        this.service = service;
        this.paying = paying;
    }

    record Results(List<Passage> passages, List<String> degraded) {}

    Response search(Call call) {
        var query = Query.parse(call);
        var found = paying.search(Asker.person(call.caller()))
                .of(() -> service.search(query.selection(), query.text(), query.limit(), query.legs()));
        return Response.json(200, new Results(found.passages(), found.degraded()));
    }

    /** A query worth running. */
    record Query(String text, int limit, Set<Leg> legs, Selection selection) {
        static Query parse(Call call) {
            var fields = call.fields();
            var text = fields.text("query", 10_000);
            var limit = fields.number("limit", 10, 1, 50);
            var legs = legs(fields);
            var selection = Filters.selection(fields, call.caller());
            return fields.into(() -> new Query(text, limit, legs, selection));
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
