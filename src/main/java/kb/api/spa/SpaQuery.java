package kb.api.spa;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kb.http.Call;
import kb.http.Fields;

/** Reads a query as the replaced service did: unknown names are passed over. */
final class SpaQuery {
    private static final int LONGEST = 1_000;

    private final Fields fields;
    private final Complaints complaints = new Complaints();

    SpaQuery(Call call) {
        this.fields = call.query();
    }

    int number(String name, int otherwise) {
        var text = text(name);
        if (text.isEmpty()) return otherwise;
        if (text.get().matches("[+-]?[0-9]{1,9}")) return Integer.parseInt(text.get());
        return complaints.add("int_parsing", List.of("query", name), "must be a whole number", text.get(), otherwise);
    }

    Optional<String> text(String name) {
        return fields.optionalText(name, LONGEST);
    }

    <T> T into(Supplier<T> valid) {
        return fields.intoKnown(() -> complaints.into(valid));
    }
}
