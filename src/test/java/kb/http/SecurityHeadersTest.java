package kb.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {
    @Test
    void every_answer_is_dressed() {
        assertEquals(
                Map.of(
                        "x-content-type-options", "nosniff",
                        "referrer-policy", "no-referrer",
                        "strict-transport-security", "max-age=31536000; includeSubDomains",
                        "x-frame-options", "DENY",
                        "content-security-policy",
                                "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
                        "cache-control", "no-store",
                        "x-request-id", "r-1"),
                SecurityHeaders.on(Response.empty(204), "r-1").headers());
    }

    @Test
    void an_answer_may_say_how_it_is_cached_and_what_its_page_may_do_and_no_more() {
        var undressed = Response.empty(204)
                .with("cache-control", "public")
                .with("content-security-policy", "default-src 'self'")
                .with("x-frame-options", "ALLOWALL");
        var dressed = SecurityHeaders.on(undressed, "r-1");
        assertEquals("public", dressed.headers().get("cache-control"));
        assertEquals("default-src 'self'", dressed.headers().get("content-security-policy"));
        assertEquals("DENY", dressed.headers().get("x-frame-options"));
    }
}
