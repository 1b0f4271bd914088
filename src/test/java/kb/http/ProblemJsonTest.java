package kb.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemJsonTest {
    private static final String PROBLEM = "application/problem+json";

    /** Each kind, its status, its name, and the sentence a person reads. */
    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(
                        new Problem.NoSuchRoute(),
                        404,
                        "no-such-route",
                        "see /openapi.json for all routes; paths end without a slash"),
                Arguments.of(
                        new Problem.MethodNotAllowed(Set.of("POST", "GET")),
                        405,
                        "method-not-allowed",
                        "use GET, POST"),
                Arguments.of(new Problem.Malformed("say it so"), 400, "malformed", "say it so"),
                Arguments.of(new Problem.Invalid(List.of()), 422, "invalid", "see violations for each field"),
                Arguments.of(
                        new Problem.UnsupportedMediaType("application/json"),
                        415,
                        "unsupported-media-type",
                        "send content-type: application/json"),
                Arguments.of(
                        new Problem.TooLarge("a PDF", 10_000_000, "send less"),
                        413,
                        "too-large",
                        "a PDF may have at most 10,000,000 bytes; send less"),
                Arguments.of(new Problem.EmptyFile(), 422, "empty-file", "send a PDF with at least one byte"),
                Arguments.of(
                        new Problem.NotAPdf(),
                        422,
                        "not-a-pdf",
                        "the file has no %PDF- mark in its first 1,024 bytes; send a PDF"),
                Arguments.of(
                        new Problem.DuplicateFilename("a.pdf", "7"),
                        409,
                        "duplicate-filename",
                        "document 7 is named a.pdf and has other content; choose another name,"
                                + " or add ?replace=true to make this its next version"),
                Arguments.of(
                        new Problem.HeadTooLarge(431, "the header fields", 16_384),
                        431,
                        "head-too-large",
                        "the header fields may have at most 16,384 bytes"),
                Arguments.of(
                        new Problem.TooSlow(), 408, "too-slow", "the request did not arrive in time; send it again"),
                Arguments.of(
                        new Problem.UploadIncomplete("7"),
                        409,
                        "upload-incomplete",
                        "the PDF of document 7 has not arrived; put it, or announce it again for a new address"),
                Arguments.of(
                        new Problem.TooManyNames("7", 40),
                        409,
                        "too-many-names",
                        "these bytes are document 7, which has had 40 names; no more fit: use one of those"),
                Arguments.of(
                        new Problem.NotFailed("7", "ready"),
                        409,
                        "not-failed",
                        "document 7 is ready; only a failed one is tried again"),
                Arguments.of(new Problem.IdempotencyKeyReused("say it so"), 422, "idempotency-key-reused", "say it so"),
                Arguments.of(
                        new Problem.RequestInProgress(2),
                        409,
                        "request-in-progress",
                        "the first request with this key is still being answered; try again in 2 seconds"),
                Arguments.of(new Problem.NotFound("chat", "7"), 404, "not-found", "no chat 7"),
                Arguments.of(new Problem.Unauthenticated("send a token"), 401, "unauthenticated", "send a token"),
                Arguments.of(
                        new Problem.Forbidden(Access.READER), 403, "forbidden", "needs a token with the role user"),
                Arguments.of(
                        new Problem.Forbidden(Access.WRITER), 403, "forbidden", "needs a token with the role manager"),
                Arguments.of(
                        new Problem.Forbidden(Access.ADMIN), 403, "forbidden", "needs a token with the role admin"),
                Arguments.of(
                        new Problem.Unavailable("index", "search index", 10),
                        503,
                        "index-unavailable",
                        "the search index is not answering; try again in 10 seconds"),
                Arguments.of(
                        new Problem.RateLimited(60, 3_600, 7),
                        429,
                        "rate-limited",
                        "60 requests of this kind in 3600 seconds are the most; try again in 7 seconds"),
                Arguments.of(
                        new Problem.TurnInProgress("7", 2),
                        409,
                        "turn-in-progress",
                        "a question in chat 7 is still being answered; ask again in 2 seconds"),
                Arguments.of(
                        new Problem.BudgetExhausted(86_400),
                        429,
                        "budget-exhausted",
                        "see /usage; the next month begins in 86400 seconds, or ask whoever runs this service for more"),
                Arguments.of(
                        new Problem.ModelQuota(),
                        503,
                        "model-quota",
                        "its provider gives no more until somebody pays for it; the passages are the nearest ones"),
                Arguments.of(
                        new Problem.ModelKey(),
                        503,
                        "model-key",
                        "its provider does not accept the key of this service; tell whoever runs it to set OPENAI_API_KEY"),
                Arguments.of(
                        new Problem.ContentRefused(),
                        422,
                        "content-refused",
                        "its provider does not have this answered; ask otherwise, or read the passages"),
                Arguments.of(
                        new Problem.Telling(new Problem.NotFound("chat", "7"), Map.of("some", 1)),
                        404,
                        "not-found",
                        "no chat 7"),
                Arguments.of(
                        new Problem.Unexpected("i7"),
                        500,
                        "unexpected",
                        "our fault: try again, and if it stays so, report incident i7"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void each_kind_has_its_status_its_name_and_a_sentence(Problem problem, int status, String kind, String detail)
            throws IOException {
        var response = Dialect.OURS.render(problem, Sent.get("/a%20b"));
        assertEquals(status, response.status());
        assertEquals(PROBLEM, response.headers().get("content-type"));
        var json = new ObjectMapper().readTree(((Body.Text) response.body()).text());
        assertEquals("urn:kb:problem:" + kind, json.get("type").textValue());
        assertEquals(status, json.get("status").intValue());
        assertEquals(detail, json.get("detail").textValue());
        assertEquals("/a%20b", json.get("instance").textValue());
        assertEquals(false, json.get("title").textValue().isBlank());
        assertEquals(false, json.has("violations"));
    }

    @Test
    void no_kind_is_left_out() {
        var rendered = new TreeMap<String, Class<?>>();
        kinds().forEach(row -> rendered.put(row.get()[0].getClass().getName(), row.get()[0].getClass()));
        assertEquals(
                Arrays.stream(Problem.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .sorted()
                        .toList(),
                new ArrayList<>(rendered.keySet()));
    }

    @Test
    void some_kinds_say_more_in_a_header() {
        assertEquals("GET, POST", header(new Problem.MethodNotAllowed(Set.of("POST", "GET")), "allow"));
        assertEquals("application/json", header(new Problem.UnsupportedMediaType("application/json"), "accept"));
        assertEquals("Bearer", header(new Problem.Unauthenticated("x"), "www-authenticate"));
        assertEquals("10", header(new Problem.Unavailable("index", "search index", 10), "retry-after"));
        assertEquals("2", header(new Problem.RequestInProgress(2), "retry-after"));
        assertEquals("600", header(new Problem.ModelQuota(), "retry-after"));
        assertEquals("600", header(new Problem.ModelKey(), "retry-after"));
    }

    private static String header(Problem problem, String name) {
        return Dialect.OURS.render(problem, Sent.get("/")).headers().get(name);
    }

    @Test
    void violations_are_told_field_by_field() throws IOException {
        var invalid = new Problem.Invalid(List.of(new Violation("a", "is required"), new Violation("b", "is <odd>")));
        var body = (Body.Text) Dialect.OURS.render(invalid, Sent.get("/")).body();
        assertEquals(
                new ObjectMapper().readTree("""
                        [{"field": "a", "message": "is required"}, {"field": "b", "message": "is <odd>"}]"""),
                new ObjectMapper().readTree(body.text()).get("violations"));
    }

    @Test
    void what_comes_along_stands_beside_the_rest() throws IOException {
        var telling = new Problem.Telling(
                new Problem.Unavailable("model", "chat model", 7), Map.of("passages", List.of(Map.of("page", 3))));
        var response = Dialect.OURS.render(telling, Sent.get("/"));
        var json = new ObjectMapper().readTree(((Body.Text) response.body()).text());
        assertEquals("7", response.headers().get("retry-after"));
        assertEquals("urn:kb:problem:model-unavailable", json.get("type").textValue());
        assertEquals(3, json.get("passages").get(0).get("page").intValue());
    }

    @Test
    void a_problem_as_an_exception_is_an_answer_and_carries_no_trace() {
        var told = new ProblemException(new Problem.NotFound("chat", "7"));
        assertEquals("NotFound", told.getMessage());
        assertEquals(0, told.getStackTrace().length);
    }

    @Test
    void numbers_are_written_alike_whatever_the_machine_speaks() {
        var usual = java.util.Locale.getDefault();
        try {
            java.util.Locale.setDefault(java.util.Locale.GERMANY);
            var body = (Body.Text) Dialect.OURS
                    .render(new Problem.TooLarge("it", 1_000, "send less"), Sent.get("/"))
                    .body();
            assertEquals(true, body.text().contains("1,000 bytes"), body.text());
        } finally {
            java.util.Locale.setDefault(usual);
        }
    }

    @Test
    void a_response_keeps_its_headers_in_order_and_unchangeable() {
        var response =
                Response.json(200, Map.of()).with("b", "2").with("a", "1").with("b", "3");
        assertEquals(
                "{a=1, b=3, content-type=application/json}", response.headers().toString());
        assertEquals(
                "image/png",
                Response.bytes(200, "image/png", Bytes.NONE).headers().get("content-type"));
    }
}
