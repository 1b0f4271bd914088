package kb.weaviate;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static kb.Secrecy.assertNothingTold;
import static kb.weaviate.WeaviateProxy.once;
import static kb.weaviate.WeaviateServer.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import kb.Needs;
import kb.RealPart;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.people.Tenant;
import kb.search.Hit;
import kb.search.Samples;
import kb.search.Scope;
import kb.search.Space;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy before the real server spoils single answers: each is noticed, and nothing secret is told. */
@Needs(RealPart.WEAVIATE)
class WeaviateFaultsTest {
    @RegisterExtension
    static final WeaviateProxy PROXY = new WeaviateProxy();

    private final Tenant tenant = Samples.tenant();
    private final UUID document = UUID.randomUUID();
    private final WeaviateIndex index = PROXY.index(KEY);

    @BeforeEach
    void stand_before_the_server() {
        PROXY.standBefore(WeaviateServer.running());
        assertEquals(0, index.count(tenant, document));
    }

    @Test
    void an_object_refused_once_is_sent_again() {
        PROXY.stubFor(once(post(urlPathEqualTo("/v1/batch/objects")), okJson("""
                [{"id": "1", "result": {"status": "FAILED"}}]""")));

        index.put(tenant, List.of(Samples.token(document, 0, "word")));

        assertEquals(1, index.count(tenant, document));
    }

    @Test
    void an_object_refused_twice_or_left_out_of_the_answer_is_a_failure() {
        PROXY.stubFor(post(urlPathEqualTo("/v1/batch/objects")).willReturn(okJson("""
                [{"id": "1", "result": {"status": "FAILED", "errors": {"error": [{"message": "my question"}]}}}]""")));

        var failure =
                assertThrows(Unavailable.class, () -> index.put(tenant, List.of(Samples.token(document, 0, "word"))));

        assertEquals("1 objects were refused", failure.getCause().getMessage());
        PROXY.verify(2, postRequestedFor(urlPathEqualTo("/v1/batch/objects")));
    }

    @Test
    void a_deletion_is_believed_only_when_a_count_finds_nothing_left() {
        index.put(tenant, List.of(Samples.token(document, 0, "word"), Samples.token(document, 1, "word")));
        PROXY.stubFor(delete(urlPathEqualTo("/v1/batch/objects")).willReturn(okJson("""
                {"results": {"matches": 0, "limit": 1000, "successful": 0, "failed": 0}}""")));

        var failure = assertThrows(Unavailable.class, () -> index.delete(tenant, document));

        assertEquals("2 objects are left", failure.getCause().getMessage());
    }

    @Test
    void errors_in_the_answer_to_a_query_are_a_failure() {
        PROXY.answerQueriesWith(okJson("""
                {"data": {"Get": {}}, "errors": [{"message": "Syntax Error: my question"}]}"""));

        var failure = assertThrows(Unavailable.class, this::search);

        assertEquals(Part.INDEX, failure.part());
        assertNothingTold(failure, KEY, "my question");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 404, 422, 429, 500, 503})
    void a_server_that_answers(int status) {
        for (var body : List.of("", "<html>" + KEY, "{\"error\": [{\"message\": \"my question\"}]}")) {
            PROXY.answerQueriesWith(aResponse().withStatus(status).withBody(body));

            assertNothingTold(assertThrows(Unavailable.class, this::search, body), KEY, "my question");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "<html>", "{\"data\": null}", "{\"data\": {\"Get\": 1}}"})
    void an_answer_that_cannot_be_read_is_a_failure(String body) {
        PROXY.answerQueriesWith(okJson(body));

        assertThrows(Unavailable.class, this::search);
    }

    @Test
    void another_tenants_chunk_is_left_out() {
        var name = Collection.of("tests", new Space("test", 3, 0)).name();
        PROXY.answerQueriesWith(okJson("""
                {"data": {"Get": {"%s": [{"tenant": "another", "text": "secret"}]}}}""".formatted(name)));

        assertEquals(List.of(), search());
    }

    private List<Hit> search() {
        return index.byKeywords(Scope.all(tenant), List.of("my", "question"), 5);
    }
}
