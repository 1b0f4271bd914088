package kb.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static kb.Secrecy.assertNothingTold;
import static kb.llm.ChatProvider.KEY;
import static kb.llm.ChatProvider.PATH;
import static kb.llm.ChatProvider.events;
import static kb.llm.ChatProvider.last;
import static kb.llm.ChatProvider.stream;
import static kb.llm.ChatProvider.streamed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import kb.chat.LanguageModel.Prompt;
import kb.chat.ModelFailure;
import kb.chat.ModelFailure.Kind;
import kb.usage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider that fails is told by its kind of failure, in time, and without its key or what was asked. */
class OpenAiLanguageModelFaultsTest {
    private static final Prompt PROMPT = new Prompt("rules", "my question");

    @RegisterExtension
    static final ChatProvider PROVIDER = new ChatProvider();

    private static ResponseDefinitionBuilder error(int status, String code) {
        return aResponse().withStatus(status).withBody("""
                {"error": {"message": "Incorrect API key provided: %s for 'my question'. %s", "type": "t", "code": "%s"}}""".formatted(KEY, code, code));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("wrong key", error(401, "invalid_api_key"), Kind.KEY, 1),
                Arguments.of("forbidden", error(403, "unsupported_country"), Kind.KEY, 1),
                Arguments.of("unpaid", error(429, "insufficient_quota"), Kind.QUOTA, 1),
                Arguments.of("payment required", error(402, "x"), Kind.QUOTA, 1),
                Arguments.of(
                        "too many", error(429, "rate_limit_exceeded").withHeader("retry-after", "0"), Kind.BUSY, 3),
                Arguments.of("much too many", error(429, "x").withHeader("retry-after", "60"), Kind.BUSY, 1),
                Arguments.of("overloaded", error(529, "overloaded").withHeader("retry-after", "0"), Kind.BUSY, 3),
                Arguments.of("too long", error(400, "context_length_exceeded"), Kind.TOO_LONG, 1),
                Arguments.of("too long elsewhere", error(400, "the maximum context length is 4096"), Kind.TOO_LONG, 1),
                Arguments.of("too large", error(413, "x"), Kind.TOO_LONG, 1),
                Arguments.of("filter of the question", error(400, "content_filter"), Kind.REFUSED, 1),
                Arguments.of("filter of the answer", events(stream("a") + last("content_filter")), Kind.REFUSED, 1),
                Arguments.of("no such model", error(404, "model_not_found"), Kind.UNKNOWN, 1),
                Arguments.of("no such model at a gateway", error(400, "model_not_found"), Kind.UNKNOWN, 1),
                Arguments.of("not understood", error(400, "invalid_request"), Kind.MISUSED, 1),
                Arguments.of("moved", aResponse().withStatus(302).withHeader("location", "/x"), Kind.MISUSED, 1),
                Arguments.of("broken", error(500, "x"), Kind.BROKEN, 3),
                Arguments.of("error page", aResponse().withStatus(502).withBody("<html>" + KEY), Kind.BROKEN, 3),
                Arguments.of("hangs up", aResponse().withFault(Fault.EMPTY_RESPONSE), Kind.BROKEN, 3),
                Arguments.of("no JSON", events("data: <html>" + KEY + "\n\n"), Kind.GARBLED, 3),
                Arguments.of("no events", aResponse().withBody("{\"choices\": []}"), Kind.CUT, 3),
                Arguments.of(
                        "error among events",
                        events("event: error\ndata: {\"m\": \"" + KEY + "\"}\n\n"),
                        Kind.BROKEN,
                        3),
                Arguments.of("cut after a piece", events(stream("a")), Kind.CUT, 1),
                Arguments.of("broken after a piece", events(stream("a") + "data: {{\n\n"), Kind.GARBLED, 1),
                Arguments.of("garbage", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), Kind.BROKEN, 3),
                Arguments.of("silent", streamed("x").withFixedDelay(10_000), Kind.SILENT, 1),
                Arguments.of("stalls", streamed("x").withChunkedDribbleDelay(4, 60_000), Kind.SILENT, 1),
                Arguments.of("without end", events(stream("x".repeat(250_000))), Kind.GARBLED, 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void a_provider_that(String fails, ResponseDefinitionBuilder answer, Kind kind, int attempts) {
        PROVIDER.stubFor(post(PATH).willReturn(answer));

        var failure = assertThrows(ModelFailure.class, () -> PROVIDER.model(KEY, Duration.ofSeconds(5))
                .write(PROMPT, _ -> {}));

        assertEquals(kind, failure.kind(), () -> fails + ": " + failure.getMessage());
        assertNothingTold(failure, KEY, "my question");
        PROVIDER.verify(attempts, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void a_provider_says_when_to_come_back() {
        PROVIDER.stubFor(post(PATH).willReturn(error(429, "x").withHeader("retry-after", "61.5")));
        var failure = assertThrows(ModelFailure.class, () -> PROVIDER.model(KEY, Duration.ofSeconds(5))
                .write(PROMPT, _ -> {}));
        assertEquals(Optional.of(Duration.ofMillis(61_500)), failure.retryAfter());
    }

    @Test
    void nobody_listening_is_a_broken_provider() {
        var model = new OpenAiLanguageModel(
                () -> URI.create("http://127.0.0.1:1/v1"), () -> KEY, "m", Stage.ANSWER, Duration.ofSeconds(20));
        assertEquals(
                Kind.BROKEN,
                assertThrows(ModelFailure.class, () -> model.write(PROMPT, _ -> {}))
                        .kind());
    }

    @Test
    void a_key_that_no_header_can_carry_is_not_shown() {
        var model = PROVIDER.model(KEY + "\nsecond line", Duration.ofSeconds(5));
        var failure = assertThrows(ModelFailure.class, () -> model.write(PROMPT, _ -> {}));
        assertNothingTold(failure, KEY, "my question");
    }
}
