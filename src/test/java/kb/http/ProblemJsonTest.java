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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemJsonTest {
    private static final String PROBLEM = "application/problem+json";

    @ParameterizedTest
    @MethodSource("kb.http.ProblemKinds#all")
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
        ProblemKinds.all().forEach(row -> rendered.put(row.get()[0].getClass().getName(), row.get()[0].getClass()));
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
        assertEquals("600", header(new Problem.ModelUnknown(), "retry-after"));
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
