package kb.weaviate;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.pages.Chunk;
import kb.pages.Span;
import kb.people.Tenant;
import kb.search.Hit;
import kb.search.IndexedChunk;
import kb.search.Scope;
import kb.search.Vector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy before the real server spoils single answers: each is noticed, and nothing secret is told. */
class WeaviateFaultsTest {
    private static final String KEY = WeaviateServer.KEY;

    @RegisterExtension
    static final WireMockExtension PROXY = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final Tenant tenant = new Tenant("t-" + UUID.randomUUID());
    private final UUID document = UUID.randomUUID();
    private final WeaviateIndex index = index(() -> URI.create(PROXY.baseUrl()), () -> Optional.of(KEY));
    private WeaviateServer server;

    @BeforeEach
    void stand_before_the_server() {
        server = WeaviateServer.running();
        var through = aResponse().proxiedFrom(server.address().toString());
        PROXY.stubFor(any(anyUrl()).atPriority(9).willReturn(through));
        assertEquals(0, index.count(tenant, document));
    }

    @Test
    void an_object_refused_once_is_sent_again() {
        PROXY.stubFor(once(post(urlPathEqualTo("/v1/batch/objects")), okJson("""
                [{"id": "1", "result": {"status": "FAILED"}}]""")));

        index.put(tenant, List.of(chunk("word")));

        assertEquals(1, index.count(tenant, document));
    }

    @Test
    void an_object_refused_twice_or_left_out_of_the_answer_is_a_failure() {
        PROXY.stubFor(post(urlPathEqualTo("/v1/batch/objects")).willReturn(okJson("""
                [{"id": "1", "result": {"status": "FAILED", "errors": {"error": [{"message": "my question"}]}}}]""")));

        var failure = assertThrows(Unavailable.class, () -> index.put(tenant, List.of(chunk("word"))));

        assertEquals("1 objects were refused", failure.getCause().getMessage());
        PROXY.verify(2, postRequestedFor(urlPathEqualTo("/v1/batch/objects")));
    }

    @Test
    void errors_in_the_answer_to_a_query_are_a_failure() {
        answerQueriesWith(okJson("""
                {"data": {"Get": {}}, "errors": [{"message": "Syntax Error: my question"}]}"""));

        var failure = assertThrows(Unavailable.class, this::search);

        assertEquals(Part.INDEX, failure.part());
        assertSecret(failure);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 404, 422, 429, 500, 503})
    void a_server_that_answers(int status) {
        for (var body : List.of("", "<html>" + KEY, "{\"error\": [{\"message\": \"my question\"}]}")) {
            answerQueriesWith(aResponse().withStatus(status).withBody(body));

            assertSecret(assertThrows(Unavailable.class, this::search, body));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "<html>", "{\"data\": null}", "{\"data\": {\"Get\": 1}}"})
    void an_answer_that_cannot_be_read_is_a_failure(String body) {
        answerQueriesWith(okJson(body));

        assertThrows(Unavailable.class, this::search);
    }

    @Test
    void another_tenants_chunk_is_left_out() {
        var name = Collection.of("test", 3).name();
        answerQueriesWith(okJson("""
                {"data": {"Get": {"%s": [{"tenant": "another", "text": "secret"}]}}}""".formatted(name)));

        assertEquals(List.of(), search());
    }

    @Test
    void a_connection_that_breaks_off_is_tried_again() {
        PROXY.stubFor(once(post(urlPathEqualTo("/v1/graphql")), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertDoesNotThrow(this::search);
    }

    @Test
    void a_server_that_is_down_is_told_at_once() {
        var down = index(() -> URI.create("http://127.0.0.1:1"), () -> Optional.of(KEY));
        var calls = List.<Runnable>of(
                () -> down.put(tenant, List.of(chunk("my question"))),
                () -> down.byKeywords(Scope.all(tenant), List.of("my question"), 5),
                () -> down.byMeaning(Scope.all(tenant), Vector.of(new float[] {1, 0, 0}), 5),
                () -> down.delete(tenant, document),
                () -> down.count(tenant, document),
                () -> down.check());

        for (var call : calls) {
            var failure =
                    assertTimeoutPreemptively(Duration.ofSeconds(3), () -> assertThrows(Unavailable.class, call::run));
            assertEquals(Part.INDEX, failure.part());
            assertSecret(failure);
        }
    }

    @Test
    void a_server_that_stalls_is_given_up_after_eight_seconds() {
        answerQueriesWith(okJson("{\"data\": {\"Get\": {}}}").withChunkedDribbleDelay(10, 60_000));

        assertTimeoutPreemptively(Duration.ofSeconds(14), () -> assertThrows(Unavailable.class, this::search));
    }

    @Test
    void the_key_goes_into_a_header_and_the_question_into_a_variable() {
        search();

        PROXY.verify(postRequestedFor(urlPathEqualTo("/v1/graphql"))
                .withHeader("Authorization", equalTo("Bearer " + KEY))
                .withRequestBody(containing("\"variables\":{\"tokens\":\"my question\"}")));
    }

    @Test
    void a_wrong_key_is_a_failure() {
        var index = index(server::address, () -> Optional.of("wrong"));

        var failure = assertThrows(Unavailable.class, () -> index.count(tenant, document));

        assertEquals("status 401", failure.getCause().getMessage());
    }

    @Test
    void a_key_that_no_header_can_carry_is_not_shown() {
        var index = index(server::address, () -> Optional.of(KEY + "\nmore"));

        assertSecret(assertThrows(Unavailable.class, () -> index.count(tenant, document)));
    }

    @Test
    void secrets_that_cannot_be_had_are_not_the_fault_of_the_index() {
        var index = index(server::address, () -> {
            throw new Unavailable(Part.SECRETS, null);
        });

        var failure = assertThrows(Unavailable.class, () -> index.count(tenant, document));

        assertEquals(Part.SECRETS, failure.part());
    }

    private List<Hit> search() {
        return index.byKeywords(Scope.all(tenant), List.of("my", "question"), 5);
    }

    private static void answerQueriesWith(ResponseDefinitionBuilder answer) {
        PROXY.stubFor(post(urlPathEqualTo("/v1/graphql")).willReturn(answer));
    }

    private static MappingBuilder once(MappingBuilder request, ResponseDefinitionBuilder answer) {
        return request.inScenario("once")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("over")
                .willReturn(answer);
    }

    private static void assertSecret(Throwable failure) {
        var printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertFalse(printed.toString().contains(KEY), printed::toString);
        assertFalse(printed.toString().contains("my question"), printed::toString);
    }

    private static WeaviateIndex index(Supplier<URI> address, Supplier<Optional<String>> key) {
        return new WeaviateIndex(address, key, "test", 3);
    }

    private IndexedChunk chunk(String token) {
        var span = new Span(0, token.length());
        var chunk = new Chunk(UUID.randomUUID(), document, 0, 1, span, "", token, List.of());
        return new IndexedChunk(chunk, List.of(token), Vector.of(new float[] {1, 2, 3}));
    }
}
