package kb.probes;

import static kb.probes.Ask.GAP;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request but for its path: with a gap for a secret, or to be asked with a secret in the path.
 *
 * @param fits the kinds of secrets that make sense in the gap
 * @param once whether asking changes the next answer
 */
record Shape(String query, Map<String, String> headers, String body, Set<Secret.Kind> fits, boolean once) {
    static final Shape PLAIN = query("", Set.of());

    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    static Shape query(String query, Set<Secret.Kind> fits) {
        return new Shape(query, Map.of(), "", fits, false);
    }

    static Shape json(String body, Set<Secret.Kind> fits) {
        return new Shape("", JSON, body, fits, false);
    }

    /** @param body the text of a PDF */
    static Shape pdf(String query, String body, Set<Secret.Kind> fits) {
        return new Shape(query, Map.of("content-type", "application/pdf"), body, fits, true);
    }

    /** A file that is no PDF, in a form, under a name. */
    static Shape form(String name, Set<Secret.Kind> fits) {
        var headers = Map.of("content-type", "multipart/form-data; boundary=anchor");
        var part =
                "--anchor\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--anchor--\r\n"
                        .formatted(name, "An anchor. ".repeat(20));
        return new Shape("", headers, part, fits, true);
    }

    Shape accepting(String mediaType) {
        var more = new TreeMap<>(headers);
        more.put("accept", mediaType);
        return new Shape(query, more, body, fits, once);
    }

    Shape askedOnce() {
        return new Shape(query, headers, body, fits, true);
    }

    boolean hasGap() {
        return query.contains(GAP) || body.contains(GAP);
    }
}
