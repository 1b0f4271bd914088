package kb.weaviate;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static kb.weaviate.WeaviateServer.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.Needs;
import kb.RealPart;
import kb.outside.Together;
import kb.people.Tenant;
import kb.search.Hit;
import kb.search.Samples;
import kb.search.Scope;
import kb.search.Space;
import kb.search.Vector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a process asks of Weaviate at its first search, where each request is waited for. */
@Needs(RealPart.WEAVIATE)
class FirstSearchTest {
    @RegisterExtension
    static final WeaviateProxy PROXY = new WeaviateProxy();

    private final Tenant tenant = Samples.tenant();
    private final String owner = "first" + Long.toHexString(System.nanoTime());

    private WeaviateIndex index() {
        return new WeaviateIndex(new Wire(PROXY::address, () -> Optional.of(KEY)), owner, new Space("test", 3, 0));
    }

    private List<Hit> byKeywords(WeaviateIndex index) {
        return index.byKeywords(Scope.all(tenant), List.of("word"), 5);
    }

    @BeforeEach
    void stand_before_the_server() {
        PROXY.standBefore(WeaviateServer.running());
    }

    @Test
    void where_there_is_something_to_find_nothing_is_asked_but_the_search() {
        index().put(tenant, List.of(Samples.token(UUID.randomUUID(), 0, "word")));
        PROXY.resetRequests();

        assertEquals(1, byKeywords(index()).size());

        PROXY.verify(1, anyRequestedFor(urlPathMatching("/.*")));
        PROXY.verify(1, postRequestedFor(urlPathEqualTo("/v1/graphql")));
    }

    @Test
    void both_legs_of_the_first_search_of_a_new_knowledge_base_find_nothing_and_make_its_collection_once() {
        var index = index();

        var found = Together.both(
                () -> byKeywords(index), () -> index.byMeaning(Scope.all(tenant), Vector.of(new float[] {1, 0, 0}), 5));

        assertEquals(new Together.Both<>(List.of(), List.of()), found);
        PROXY.verify(1, postRequestedFor(urlPathEqualTo("/v1/schema")));
    }
}
