package kb.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static kb.Secrecy.assertNothingTold;
import static kb.llm.EmbeddingService.KEY;
import static kb.llm.EmbeddingService.PATH;
import static kb.llm.EmbeddingService.answer;
import static kb.llm.EmbeddingService.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider that fails is told as such, soon, and without its key or what was asked. */
class OpenAiEmbeddingsFaultsTest {
    @RegisterExtension
    static final EmbeddingService SERVICE = new EmbeddingService();

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

        var failure =
                assertThrows(Unavailable.class, () -> SERVICE.embeddings(KEY).question("my question"));

        assertEquals(Part.EMBEDDER, failure.part(), fails);
        assertTrue(failure.getCause().getMessage().endsWith(told), () -> "told: " + failure.getCause());
        assertNothingTold(failure, KEY, "my question");
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

        assertEquals(vector(1, 0), SERVICE.embeddings(KEY).question("why?"));
    }

    @Test
    void two_slow_attempts_share_the_timeout() {
        SERVICE.stubFor(post(PATH).willReturn(okJson(answer(1)).withFixedDelay(1_000)));
        SERVICE.stubFor(post(PATH)
                .inScenario("slow")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("still slow")
                .willReturn(aResponse().withStatus(500).withFixedDelay(1_000)));

        assertThrows(Unavailable.class, () -> SERVICE.embeddings(KEY).question("why?"));
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
        var failure = assertThrows(Unavailable.class, () -> SERVICE.embeddings(KEY + "\nsecond line")
                .question("my question"));

        assertEquals(Part.EMBEDDER, failure.part());
        assertNothingTold(failure, KEY, "my question");
    }

    @Test
    void secrets_that_cannot_be_had_are_not_the_embedders_fault() {
        var embeddings = new OpenAiEmbeddings(
                SERVICE::address,
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
}
