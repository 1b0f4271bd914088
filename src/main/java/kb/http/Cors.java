package kb.http;

import java.util.Set;

/** Which web pages may call us (Fetch standard, 3.3). The router alone answers for it: two answers are refused by browsers. */
public record Cors(Set<String> allowedOrigins) {
    private static final String ALLOWED_HEADERS =
            "authorization, content-type, accept, idempotency-key, mcp-protocol-version, x-request-id";
    private static final String EXPOSED_HEADERS =
            "content-disposition, location, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset, ratelimit-policy, x-request-id";

    public Cors {
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    static boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS")
                && request.header("origin").isPresent()
                && request.header("access-control-request-method").isPresent();
    }

    Response preflight(Request request, String allowedMethods) {
        var answer = Response.empty(204).with("allow", allowedMethods);
        if (!allows(request)) return answer;
        return answer.with("access-control-allow-methods", allowedMethods)
                .with("access-control-allow-headers", ALLOWED_HEADERS)
                .with("access-control-max-age", "600");
    }

    /** Adds what a browser needs to hand this response to the page that asked. */
    Response share(Request request, Response response) {
        if (allowedOrigins.isEmpty()) return response;
        var varies = response.headers().get("vary");
        var shared = response.with("vary", varies == null ? "origin" : varies + ", origin");
        if (!allows(request)) return shared;
        return shared.with(
                        "access-control-allow-origin", request.header("origin").orElseThrow())
                .with("access-control-expose-headers", EXPOSED_HEADERS);
    }

    /** Whether it comes from a web page that may call us. */
    public boolean allows(Request request) {
        var origins = request.headers().all("origin");
        return origins.size() == 1 && allowedOrigins.contains(origins.getFirst());
    }
}
