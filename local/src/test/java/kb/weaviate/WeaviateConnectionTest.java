package kb.weaviate;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static kb.Secrecy.assertNothingTold;
import static kb.weaviate.WeaviateProxy.once;
import static kb.weaviate.WeaviateServer.KEY;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kb.Needs;
import kb.RealPart;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.people.Tenant;
import kb.search.Hit;
import kb.search.Samples;
import kb.search.Scope;
import kb.search.Space;
import kb.search.Vector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Between us and the real server: connections that fail, keys that are wrong, and what is told of them. */
@Needs(RealPart.WEAVIATE)
class WeaviateConnectionTest {
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
    void a_connection_that_breaks_off_is_tried_again() {
        PROXY.stubFor(once(post(urlPathEqualTo("/v1/graphql")), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertDoesNotThrow(this::search);
    }

    @Test
    void a_server_that_is_down_is_told_at_once() {
        var down = new WeaviateIndex(
                new Wire(() -> URI.create("http://127.0.0.1:1"), () -> Optional.of(KEY)),
                "tests",
                new Space("test", 3, 0));
        var calls = List.<Runnable>of(
                () -> down.put(tenant, List.of(Samples.token(document, 0, "my question"))),
                () -> down.byKeywords(Scope.all(tenant), List.of("my question"), 5),
                () -> down.byMeaning(Scope.all(tenant), Vector.of(new float[] {1, 0, 0}), 5),
                () -> down.delete(tenant, document),
                () -> down.count(tenant, document),
                () -> down.documents(tenant),
                () -> down.chunks(tenant, document),
                () -> down.check());

        for (var call : calls) {
            var failure =
                    assertTimeoutPreemptively(Duration.ofSeconds(3), () -> assertThrows(Unavailable.class, call::run));
            assertEquals(Part.INDEX, failure.part());
            assertNothingTold(failure, KEY, "my question");
        }
    }

    @Test
    void a_server_that_stalls_is_given_up_after_ten_seconds() {
        PROXY.answerQueriesWith(okJson("{\"data\": {\"Get\": {}}}").withChunkedDribbleDelay(10, 60_000));

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
        var index = PROXY.index("wrong");

        var failure = assertThrows(Unavailable.class, () -> index.count(tenant, document));

        assertEquals("status 401", failure.getCause().getMessage());
    }

    @Test
    void a_key_that_no_header_can_carry_is_not_shown() {
        var index = PROXY.index(KEY + "\nmore");

        assertNothingTold(assertThrows(Unavailable.class, () -> index.count(tenant, document)), KEY, "my question");
    }

    @Test
    void secrets_that_cannot_be_had_are_not_the_fault_of_the_index() {
        Supplier<Optional<String>> noKey = () -> {
            throw new Unavailable(Part.SECRETS, null);
        };
        var index = new WeaviateIndex(new Wire(PROXY::address, noKey), "tests", new Space("test", 3, 0));

        var failure = assertThrows(Unavailable.class, () -> index.count(tenant, document));

        assertEquals(Part.SECRETS, failure.part());
    }

    private List<Hit> search() {
        return index.byKeywords(Scope.all(tenant), List.of("my", "question"), 5);
    }
}
