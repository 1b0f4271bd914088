package kb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The web page: what a browser is given, and what it is forbidden. */
public interface PageContract extends Contract {
    Map<String, String> BROWSER = Map.of(
            "accept",
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
            "accept-encoding",
            "identity");
    Pattern PART = Pattern.compile("(?:src|href)=\"(/page/[^\"]+)\"");
    int MOST_BYTES = 150_000;

    @Test
    default void a_browser_is_shown_a_page_and_a_program_is_told_that_all_is_well() throws Exception {
        var page = anonymously("GET", "/", BROWSER);
        assertEquals(200, page.status());
        assertEquals("text/html;charset=utf-8", page.header("content-type").orElseThrow());
        assertTrue(page.text().startsWith("<!doctype html>"), page.text());
        assertTrue(page.header("vary").orElseThrow().startsWith("accept"));
        for (var accept : List.of("*/*", "application/json", "application/json, text/html;q=0.5")) {
            var told = anonymously("GET", "/", Map.of("accept", accept));
            assertEquals("ok", told.json().get("status").textValue(), accept);
            assertTrue(told.header("vary").orElseThrow().startsWith("accept"));
        }
    }

    @Test
    default void the_page_may_run_its_own_scripts_and_reach_this_server_and_the_storage_only() throws Exception {
        for (var target : List.of("/", "/docs")) {
            var policy = anonymously("GET", target, BROWSER)
                    .header("content-security-policy")
                    .orElseThrow();
            assertTrue(
                    policy.matches(
                            "default-src 'none'; script-src 'self'; style-src 'sha256-[A-Za-z0-9+/]{43}='; img-src 'self' blob:;"
                                    + " connect-src 'self'( https?://[a-z0-9.:-]+)?; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                                    + " require-trusted-types-for 'script'; trusted-types 'none'"),
                    policy);
        }
    }

    @Test
    default void the_storage_that_the_page_may_reach_is_where_pdfs_are_put() throws Exception {
        var announced = as("manager")
                .sendJson(
                        "POST",
                        "/documents/uploads",
                        Map.of("filename", "a.pdf", "size_bytes", 9, "sha256", "0".repeat(64)));
        var url = java.net.URI.create(announced.json().get("url").textValue());
        var policy = anonymously("GET", "/", BROWSER)
                .header("content-security-policy")
                .orElseThrow();
        assertTrue(
                policy.contains(" connect-src 'self' " + url.getScheme() + "://" + url.getAuthority() + ";"), policy);
    }

    /** So a browser paints without a second request, and takes nothing else for a style. */
    @Test
    default void the_style_stands_in_the_page_and_is_the_one_that_is_allowed() throws Exception {
        for (var target : List.of("/", "/docs")) {
            var page = anonymously("GET", target, BROWSER);
            var style = page.text().replaceAll("(?s).*<style>(.*)</style>.*", "$1");
            var sum = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            var policy = page.header("content-security-policy").orElseThrow();
            assertTrue(
                    policy.contains(" style-src 'sha256-" + Base64.getEncoder().encodeToString(sum) + "';"), policy);
            assertFalse(page.text().contains("{{"));
        }
    }

    @Test
    default void all_parts_of_the_page_are_small_and_may_be_kept_for_good() throws Exception {
        var parts = new TreeSet<String>();
        var bytes = 0;
        for (var target : List.of("/", "/docs")) {
            var page = anonymously("GET", target, BROWSER);
            bytes += page.body().length;
            PART.matcher(page.text()).results().forEach(part -> parts.add(part.group(1)));
        }
        assertEquals(
                List.of("app.js", "docs.js", "icon.svg"),
                parts.stream().map(part -> part.split("/")[3]).toList());
        for (var part : parts) {
            var reply = anonymously("GET", part, Map.of("accept-encoding", "identity"));
            assertEquals(200, reply.status(), part);
            assertEquals(
                    "public, max-age=31536000, immutable",
                    reply.header("cache-control").orElseThrow());
            assertEquals(Optional.empty(), reply.header("content-encoding"));
            bytes += reply.body().length;
        }
        assertTrue(bytes <= MOST_BYTES, "the page has " + bytes + " bytes");
    }

    @Test
    default void parts_are_pressed_for_those_who_can_read_that() throws Exception {
        var part = script();
        var plain = anonymously("GET", part, Map.of("accept-encoding", "gzip;q=0, identity"));
        var pressed = anonymously("GET", part, Map.of("accept-encoding", "br;q=1.0, gzip;q=0.8, *;q=0.1"));
        assertEquals(Optional.empty(), plain.header("content-encoding"));
        assertEquals("gzip", pressed.header("content-encoding").orElseThrow());
        assertTrue(pressed.header("vary").orElseThrow().contains("accept-encoding"));
        assertTrue(pressed.body().length < plain.body().length / 2);
        try (var gunzip = new GZIPInputStream(new ByteArrayInputStream(pressed.body()))) {
            assertArrayEquals(plain.body(), gunzip.readAllBytes());
        }
    }

    @Test
    default void a_page_that_has_not_changed_is_not_sent_again() throws Exception {
        var first = anonymously("GET", "/", BROWSER);
        assertEquals("no-cache", first.header("cache-control").orElseThrow());
        var mark = first.header("etag").orElseThrow();
        var headers = new java.util.HashMap<>(BROWSER);
        headers.put("if-none-match", mark);
        var again = anonymously("GET", "/", headers);
        assertEquals(304, again.status());
        assertEquals("", again.text());
        assertEquals(first.header("content-security-policy"), again.header("content-security-policy"));
        headers.put("if-none-match", "W/\"another\"");
        assertEquals(200, anonymously("GET", "/", headers).status());
    }

    @Test
    default void nothing_else_is_a_part_of_the_page() throws Exception {
        var script = script();
        var build = script.split("/")[2];
        for (var target : List.of(
                "/page/" + build + "/index.html",
                "/page/" + build + "/..%2Fopenapi.json",
                "/page/" + build + "/nothing.js",
                "/page/000000000000/app.js")) {
            var reply = anonymously("GET", target);
            ApiContract.assertProblem(404, "not-found", reply);
            assertEquals("no-store", reply.header("cache-control").orElseThrow());
        }
        assertFalse(script.contains("{"));
    }

    private String script() throws Exception {
        var page = anonymously("GET", "/", BROWSER).text();
        return PART.matcher(page)
                .results()
                .map(part -> part.group(1))
                .filter(part -> part.endsWith("/app.js"))
                .findFirst()
                .orElseThrow();
    }
}
