package kb.api;

import java.util.Optional;
import kb.http.Call;

/** Which part of a list is wanted. */
record ListQuery(int limit, Optional<String> cursor) {
    static ListQuery parse(Call call) {
        var query = call.query();
        var limit = query.number("limit", 20, 1, 100);
        var cursor = query.optionalText("cursor", 1_000);
        return query.into(() -> new ListQuery(limit, cursor));
    }
}
