package kb.http;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request, whichever front end took it.
 *
 * @param path raw: still percent-encoded, without the query
 * @param query raw: still percent-encoded, without the question mark
 */
public record Request(String method, String path, String query, Headers headers, Bytes body) {
    /** What we take from a caller as the name of its request; anything else is replaced by a name of ours. */
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final Pattern WEIGHT = Pattern.compile(";\\s*q=([01](?:\\.[0-9]{0,3})?)\\s*(?:;|$)");

    /** Without the query, which may name a file. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    public Optional<String> header(String name) {
        return headers.first(name);
    }

    Optional<String> requestId() {
        return header("x-request-id").filter(id -> REQUEST_ID.matcher(id).matches());
    }

    /** The media type in lower case, without parameters; empty when there is none. */
    public String mediaType() {
        var type = header("content-type").orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether the caller accepts {@code first} by name, and rather than {@code second}: by weight, then by order. */
    public boolean prefers(String first, String second) {
        var wanted = 0.0;
        var other = 0.0;
        for (var range :
                header("accept").orElse("").toLowerCase(java.util.Locale.ROOT).split(",")) {
            var type = range.split(";", 2)[0].strip();
            if (type.equals(first) && weight(range) > other) wanted = Math.max(wanted, weight(range));
            if (type.equals(second)) other = Math.max(other, weight(range));
        }
        return wanted > 0 && wanted >= other;
    }

    /** Of a media range (RFC 9110, 12.4.2); one that is malformed counts as none. */
    private static double weight(String range) {
        var weight = WEIGHT.matcher(range);
        return weight.find() ? Double.parseDouble(weight.group(1)) : 1;
    }

    /** The cookies of all {@code cookie} fields, as API Gateway and browsers send them; the first of a name wins. */
    public Map<String, String> cookies() {
        var cookies = new java.util.LinkedHashMap<String, String>();
        for (var field : headers.all("cookie")) {
            for (var pair : field.split(";")) {
                var parts = pair.strip().split("=", 2);
                if (parts.length == 2) cookies.putIfAbsent(parts[0], parts[1]);
            }
        }
        return cookies;
    }
}
