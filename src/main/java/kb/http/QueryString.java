package kb.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The query of an address: names in order of appearance, each with all its values. */
public record QueryString(Map<String, List<String>> values) {
    public static final QueryString NONE = new QueryString(Map.of());

    /** Reads {@code a=1&b=2}, where a plus sign is a space (WHATWG URL, 5.1). */
    public static QueryString parse(String raw) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var pair : raw.split("&")) {
            if (pair.isEmpty()) continue;
            var parts = pair.split("=", 2);
            values.computeIfAbsent(decode(parts[0]), _ -> new ArrayList<>())
                    .add(parts.length == 2 ? decode(parts[1]) : "");
        }
        return new QueryString(values);
    }

    private static String decode(String text) {
        try {
            var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            // written for bytes that are none, here or on the way to us
            if (decoded.indexOf('\uFFFD') < 0) return decoded;
            throw new ProblemException(
                    new Problem.Malformed("the query is not UTF-8: escape the UTF-8 bytes of its text"));
        } catch (IllegalArgumentException malformedEscape) {
            throw new ProblemException(new Problem.Malformed("the query has a malformed %-escape"));
        }
    }
}
