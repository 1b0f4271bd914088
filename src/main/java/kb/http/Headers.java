package kb.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Header fields; names are lower case, whatever the front end was sent. */
public record Headers(Map<String, List<String>> fields) {
    public static final Headers NONE = new Headers(Map.of());

    public Headers {
        var lowered = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) -> lowered.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .addAll(values));
        lowered.replaceAll((_, values) -> List.copyOf(values));
        fields = Map.copyOf(lowered);
    }

    public static Headers of(Map<String, String> single) {
        var fields = new LinkedHashMap<String, List<String>>();
        single.forEach((name, value) -> fields.put(name, List.of(value)));
        return new Headers(fields);
    }

    /** Names only: a header may be a credential. */
    @Override
    public String toString() {
        return fields.keySet().toString();
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
