package kb.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.not;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static kb.llm.ChatProvider.KEY;
import static kb.llm.ChatProvider.PATH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import kb.chat.LanguageModel.Prompt;
import kb.chat.LanguageModel.Written;
import kb.chat.ModelFailure;
import kb.outside.Unavailable;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.usage.Accounts;
import kb.usage.Prices;
import kb.usage.Tariff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Services that refuse a request for a field of it that others know: they are asked without, and from then on never with it. */
class RefusedFieldsTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final StringValuePattern USAGE = matchingJsonPath("$.stream_options");
    private static final StringValuePattern DIMENSIONS = matchingJsonPath("$.dimensions");

    @RegisterExtension
    static final ChatProvider PROVIDER = new ChatProvider();

    @RegisterExtension
    static final EmbeddingService EMBEDDINGS = new EmbeddingService();

    private static ResponseDefinitionBuilder refused(int status, String body) {
        return aResponse().withStatus(status).withBody(body);
    }

    /** In the words of such services. */
    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("Mistral", refused(422, """
                        {"object": "error", "message": {"detail": [{"type": "extra_forbidden", "loc": ["body", "stream_options",
                         "include_usage"], "msg": "Extra inputs are not permitted", "input": true}]}, "code": null}""")),
                Arguments.of("vLLM", refused(400, """
                        {"object": "error", "message": "[{'type': 'extra_forbidden', 'loc': ('body', 'stream_options'),
                         'msg': 'Extra inputs are not permitted'}]", "type": "BadRequestError", "param": null, "code": 400}""")),
                Arguments.of("Azure", refused(400, """
                        {"error": {"message": "Unrecognized request argument supplied: stream_options",
                         "type": "invalid_request_error", "param": null, "code": null}}""")),
                Arguments.of("a gateway", refused(422, """
                        {"detail": "Unknown parameter in the body"}""")),
                Arguments.of("one that says nothing", refused(400, "")));
    }

    private static Written write(OpenAiLanguageModel model, List<String> heard) {
        return model.write(new Prompt("r", "m"), piece -> {
            if (!piece.isEmpty()) heard.add(piece);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void a_service_that_will_not_be_asked_for_usage_answers_and_is_not_asked_for_it_again(
            String service, ResponseDefinitionBuilder refusal) {
        PROVIDER.stubFor(post(PATH).withRequestBody(USAGE).willReturn(refusal));
        var stream = ChatProvider.stream("one ", "two") + ChatProvider.last("stop") + "data: [DONE]\n\n";
        PROVIDER.stubFor(post(PATH).withRequestBody(not(USAGE)).willReturn(ChatProvider.events(stream)));
        var model = PROVIDER.model(KEY, TIME);
        var heard = new ArrayList<String>();

        assertEquals(new Written("m-2026", 0, 0, false), write(model, heard), service);
        assertEquals(List.of("one ", "two"), heard);
        write(model, heard);
        write(model, heard);

        PROVIDER.verify(1, postRequestedFor(urlEqualTo(PATH)).withRequestBody(USAGE));
        PROVIDER.verify(3, postRequestedFor(urlEqualTo(PATH)).withRequestBody(not(USAGE)));
    }

    @Test
    void what_was_not_told_is_estimated_and_kept_apart_in_the_ledger() {
        PROVIDER.stubFor(post(PATH).withRequestBody(USAGE).willReturn(refused(400, "")));
        var stream = ChatProvider.stream("x".repeat(40)) + ChatProvider.last("stop");
        PROVIDER.stubFor(post(PATH).withRequestBody(not(USAGE)).willReturn(ChatProvider.events(stream)));
        var none = OptionalLong.empty();
        var prices = Prices.parse("m=1/2").orElseThrow();
        var tariff = new Tariff(prices, Optional.of("m"), Optional.empty(), Optional.empty(), none, none);
        var clock = new MovableClock();
        var accounts = new Accounts(new MemoryTable(clock), tariff, UUID::randomUUID, clock);
        var wren = new Person(new Tenant("acme"), "wren", "Wren");

        accounts.question(wren, new UUID(0, 1))
                .orElseThrow()
                .of(() -> write(PROVIDER.model(KEY, TIME), new ArrayList<>()));

        var sums = accounts.month(wren).sums();
        assertEquals(List.of(1L, 0L, 0L), List.of(sums.calls(), sums.read(), sums.written()));
        assertEquals(List.of(1L, 10L), List.of(sums.estimatedRead(), sums.estimatedWritten()));
    }

    @Test
    void one_that_refuses_it_either_way_is_asked_twice_and_believed() {
        PROVIDER.stubFor(post(PATH).willReturn(refused(400, "")));
        var model = PROVIDER.model(KEY, TIME);

        var failure = assertThrows(ModelFailure.class, () -> write(model, new ArrayList<>()));

        assertEquals(ModelFailure.Kind.MISUSED, failure.kind());
        PROVIDER.verify(2, postRequestedFor(urlEqualTo(PATH)));
        PROVIDER.resetAll();
        PROVIDER.stubFor(post(PATH).willReturn(ChatProvider.streamed("one")));
        assertEquals(new Written("m-2026", 100, 20, false), write(model, new ArrayList<>()));
        PROVIDER.verify(1, postRequestedFor(urlEqualTo(PATH)).withRequestBody(USAGE));
    }

    /** As vLLM says it. */
    @Test
    void an_embedding_service_that_will_not_be_told_of_dimensions_embeds_all_the_same() {
        EMBEDDINGS.stubFor(
                post(EmbeddingService.PATH).withRequestBody(DIMENSIONS).willReturn(refused(400, """
                {"object": "error", "message": "Model \\"m\\" does not support matryoshka representation, changing output
                 dimensions will lead to poor results.", "type": "BadRequestError", "param": null, "code": 400}""")));
        EMBEDDINGS.stubFor(post(EmbeddingService.PATH)
                .withRequestBody(not(DIMENSIONS))
                .willReturn(okJson(EmbeddingService.answer(1))));
        var service = EMBEDDINGS.embeddings(KEY);

        for (int asked = 0; asked < 3; asked++) assertEquals(EmbeddingService.vector(1, 0), service.question("why?"));

        EMBEDDINGS.verify(1, postRequestedFor(urlEqualTo(EmbeddingService.PATH)).withRequestBody(DIMENSIONS));
        EMBEDDINGS.verify(3, postRequestedFor(urlEqualTo(EmbeddingService.PATH)).withRequestBody(not(DIMENSIONS)));
    }

    @Test
    void vectors_of_another_size_are_none() {
        EMBEDDINGS.stubFor(post(EmbeddingService.PATH)
                .withRequestBody(DIMENSIONS)
                .willReturn(refused(400, "This model does not support specifying dimensions.")));
        EMBEDDINGS.stubFor(post(EmbeddingService.PATH)
                .withRequestBody(not(DIMENSIONS))
                .willReturn(okJson(EmbeddingService.answer("[1, 2, 3]"))));

        assertThrows(Unavailable.class, () -> EMBEDDINGS.embeddings(KEY).question("why?"));
    }
}
