package kb.api.spa;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kb.http.Call;
import kb.http.QueryString;

/** Reads a query as the replaced service did: unknown names are passed over. */
final class SpaQuery {
    /** No list is as long. */
    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    private final QueryString query;
    private final Complaints complaints = new Complaints();

    SpaQuery(Call call) {
        this.query = QueryString.parse(call.request().query());
    }

    int number(String name, int otherwise) {
        var text = text(name);
        if (text.isEmpty()) return otherwise;
        if (text.get().matches("[+-]?[0-9]+"))
            return new BigInteger(text.get()).min(MOST).max(MOST.negate()).intValueExact();
        return complaints.add("int_parsing", List.of("query", name), "must be a whole number", text.get(), otherwise);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(query.values().get(name)).map(List::getLast);
    }

    <T> T into(Supplier<T> valid) {
        return complaints.into(valid);
    }
}
