package kb.http;

import java.util.HashMap;
import java.util.Map;

/** The header fields that keep a browser from doing more with a response than we meant. */
final class SecurityHeaders {
    private static final Map<String, String> ALWAYS = Map.of(
            "x-content-type-options", "nosniff",
            "referrer-policy", "no-referrer",
            "strict-transport-security", "max-age=31536000; includeSubDomains",
            "x-frame-options", "DENY");
    private static final Map<String, String> UNLESS_SET = Map.of(
            "content-security-policy",
                    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
            "cache-control", "no-store");

    private SecurityHeaders() {}

    /** @param requestId goes with them, so that an answer's fields are put together once */
    static Response on(Response response, String requestId) {
        var more = new HashMap<>(UNLESS_SET);
        more.keySet().removeAll(response.headers().keySet());
        more.putAll(ALWAYS);
        more.put("x-request-id", requestId);
        return response.with(more);
    }
}
