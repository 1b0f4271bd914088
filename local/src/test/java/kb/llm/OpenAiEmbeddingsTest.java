package kb.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.search.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpenAiEmbeddingsTest {
    private static final String KEY = "sk-very-secret";
    private static final String PATH = "/v1/embeddings";
    private static final String TWO = """
            {"object": "list", "model": "m", "data": [
              {"object": "embedding", "index": 0, "embedding": [3, 4]},
              {"object": "embedding", "index": 1, "embedding": [0, -2]}],
             "usage": {"prompt_tokens": 4, "total_tokens": 4}}""";

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @Test
    void texts_are_sent_as_they_are_and_their_vectors_come_back_in_order_at_length_one() {
        SERVICE.stubFor(post(PATH).willReturn(okJson(TWO)));

        var vectors = embeddings(KEY).passages(List.of("a \"quoted\" word", "Ünïcödé 😀"));

        assertEquals(List.of(vector(0.6f, 0.8f), vector(0, -1)), vectors);
        SERVICE.verify(postRequestedFor(urlEqualTo(PATH)).withRequestBody(equalToJson("""
                {"model": "m", "dimensions": 2, "input": ["a \\"quoted\\" word", "Ünïcödé 😀"]}""")));
    }

    @Test
    void it_speaks_plain_http_1_1_and_signs_with_the_key() {
        SERVICE.stubFor(post(PATH).willReturn(okJson(TWO)));

        embeddings(KEY).passages(List.of("one", "two"));

        var request = SERVICE.getAllServeEvents().getFirst().getRequest();
        assertEquals("HTTP/1.1", request.getProtocol());
        assertFalse(request.containsHeader("Upgrade"));
        assertEquals("Bearer " + KEY, request.getHeader("Authorization"));
    }

    @Test
    void many_texts_go_in_batches_of_a_hundred() {
        SERVICE.stubFor(post(PATH).willReturn(okJson(answer(50))));
        SERVICE.stubFor(post(PATH)
                .inScenario("batches")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("rest")
                .willReturn(okJson(answer(100))));

        var vectors = embeddings(KEY)
                .passages(IntStream.range(0, 150).mapToObj(n -> "text " + n).toList());

        assertEquals(150, vectors.size());
        SERVICE.verify(2, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void no_texts_are_no_request() {
        assertEquals(List.of(), embeddings(KEY).passages(List.of()));
        SERVICE.verify(0, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void a_question_is_one_text() {
        SERVICE.stubFor(post(PATH).willReturn(okJson(answer(1))));

        assertEquals(vector(1, 0), embeddings(KEY).question("why?"));
    }

    @Test
    void a_rotated_key_is_used_from_the_next_call_on() {
        SERVICE.stubFor(post(PATH).willReturn(okJson(answer(1))));
        var key = new AtomicReference<>("old");
        var embeddings = new OpenAiEmbeddings(OpenAiEmbeddingsTest::address, key::get, "m", 2, Duration.ofSeconds(5));

        embeddings.question("before");
        key.set("new");
        embeddings.question("after");

        var keys = SERVICE.getAllServeEvents().stream()
                .map(event -> event.getRequest().getHeader("Authorization"))
                .sorted()
                .toList();
        assertEquals(List.of("Bearer new", "Bearer old"), keys);
    }

    @Test
    void neither_address_nor_key_is_asked_for_before_the_first_use() {
        new OpenAiEmbeddings(
                () -> {
                    throw new AssertionError("asked for the address");
                },
                () -> {
                    throw new AssertionError("asked for the key");
                },
                "m",
                2,
                Duration.ofSeconds(5));
    }

    @Test
    void secrets_that_cannot_be_had_are_not_the_embedders_fault() {
        var embeddings = new OpenAiEmbeddings(
                OpenAiEmbeddingsTest::address,
                () -> {
                    throw new Unavailable(Part.SECRETS, null);
                },
                "m",
                2,
                Duration.ofSeconds(5));

        assertEquals(
                Part.SECRETS,
                assertThrows(Unavailable.class, () -> embeddings.question("why?"))
                        .part());
    }

    static Stream<Arguments> failures() {
        var quoted = "{\"error\": {\"message\": \"Incorrect API key provided: " + KEY + " for 'my question'\"}}";
        return Stream.of(
                Arguments.of("wrong key", aResponse().withStatus(401).withBody(quoted), "status 401", 1),
                Arguments.of("too many", aResponse().withStatus(429).withBody(quoted), "status 429", 1),
                Arguments.of("bad request", aResponse().withStatus(400).withBody(quoted), "status 400", 1),
                Arguments.of("broken, tried twice", aResponse().withStatus(500).withBody(quoted), "status 500", 2),
                Arguments.of("hangs up", aResponse().withFault(Fault.EMPTY_RESPONSE), "IOException", 2),
                Arguments.of("no JSON", aResponse().withBody("<html>" + KEY), "JsonParseException", 2),
                Arguments.of("no data", okJson("{}"), "NullPointerException", 1),
                Arguments.of("nothing at all", okJson("null"), "NullPointerException", 1),
                Arguments.of("too few vectors", okJson(answer(0)), "IllegalStateException", 1),
                Arguments.of("too many vectors", okJson(answer(2)), "IllegalStateException", 1),
                Arguments.of("three dimensions", okJson(answer("[1, 2, 3]")), "IllegalStateException", 1),
                Arguments.of("no direction", okJson(answer("[0, 0]")), "IllegalArgumentException", 1),
                Arguments.of("silent", okJson(answer(1)).withFixedDelay(3_000), "TimeoutException", 1),
                Arguments.of("stalls", okJson(answer(1)).withChunkedDribbleDelay(5, 10_000), "TimeoutException", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void a_provider_that(String fails, ResponseDefinitionBuilder answer, String told, int attempts) {
        SERVICE.stubFor(post(PATH).willReturn(answer));

        var failure = assertThrows(Unavailable.class, () -> embeddings(KEY).question("my question"));

        assertEquals(Part.EMBEDDER, failure.part(), fails);
        assertTrue(failure.getCause().getMessage().endsWith(told), () -> "told: " + failure.getCause());
        assertSecret(failure);
        SERVICE.verify(attempts, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void a_passing_fault_is_got_over() {
        SERVICE.stubFor(post(PATH).willReturn(okJson(answer(1))));
        SERVICE.stubFor(post(PATH)
                .inScenario("passing")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("over")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertEquals(vector(1, 0), embeddings(KEY).question("why?"));
    }

    @Test
    void two_slow_attempts_share_the_timeout() {
        SERVICE.stubFor(post(PATH).willReturn(okJson(answer(1)).withFixedDelay(1_000)));
        SERVICE.stubFor(post(PATH)
                .inScenario("slow")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("still slow")
                .willReturn(aResponse().withStatus(500).withFixedDelay(1_000)));

        assertThrows(Unavailable.class, () -> embeddings(KEY).question("why?"));
    }

    @Test
    void nobody_listening_is_told_at_once() {
        var embeddings = new OpenAiEmbeddings(
                () -> URI.create("http://127.0.0.1:1/v1"), () -> KEY, "m", 2, Duration.ofSeconds(5));

        var failure = assertThrows(Unavailable.class, () -> embeddings.question("my question"));

        assertEquals("ConnectException", failure.getCause().getMessage());
    }

    @Test
    void a_key_that_no_header_can_carry_is_not_shown() {
        var failure = assertThrows(
                Unavailable.class, () -> embeddings(KEY + "\nsecond line").question("my question"));

        assertEquals(Part.EMBEDDER, failure.part());
        assertSecret(failure);
    }

    private static void assertSecret(Throwable failure) {
        var printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertFalse(printed.toString().contains(KEY), printed::toString);
        assertFalse(printed.toString().contains("my question"), printed::toString);
    }

    private static OpenAiEmbeddings embeddings(String key) {
        return new OpenAiEmbeddings(OpenAiEmbeddingsTest::address, () -> key, "m", 2, Duration.ofMillis(1_500));
    }

    private static URI address() {
        return URI.create(SERVICE.baseUrl() + "/v1");
    }

    private static Vector vector(float... values) {
        return Vector.of(values);
    }

    private static String answer(int vectors) {
        return answer(IntStream.range(0, vectors).mapToObj(n -> "[1, 0]").toArray(String[]::new));
    }

    private static String answer(String... vectors) {
        var data = IntStream.range(0, vectors.length)
                .mapToObj(n -> "{\"index\": %d, \"embedding\": %s}".formatted(n, vectors[n]))
                .toList();
        return "{\"object\": \"list\", \"data\": " + data + ", \"usage\": {\"prompt_tokens\": 1, \"total_tokens\": 1}}";
    }
}
