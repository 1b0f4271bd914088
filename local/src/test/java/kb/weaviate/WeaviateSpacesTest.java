package kb.weaviate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weaviate.client.Config;
import io.weaviate.client.WeaviateClient;
import io.weaviate.client.v1.schema.model.WeaviateClass;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.Needs;
import kb.RealPart;
import kb.search.Samples;
import kb.search.Scope;
import kb.search.Space;
import kb.search.Spaces;
import kb.search.SpacesContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real server. */
@Needs(RealPart.WEAVIATE)
class WeaviateSpacesTest implements SpacesContract {
    private WeaviateServer server;
    private WeaviateSpaces spaces;

    @BeforeEach
    void connect() {
        server = WeaviateServer.running();
        spaces = another();
    }

    /** As a process of its own has them. */
    private WeaviateSpaces another() {
        return of("tests");
    }

    private WeaviateSpaces of(String owner) {
        return new WeaviateSpaces(server::address, () -> Optional.of(WeaviateServer.KEY), () -> owner);
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Test
    void a_collection_that_is_not_of_our_making_is_not_among_them_and_stays() {
        var name = "Chunks_someone_3_" + UUID.randomUUID().toString().substring(0, 8) + "_0";
        var wire = new Wire(server::address, () -> Optional.of(WeaviateServer.KEY));
        var client = new WeaviateClient(new Config("http", Wire.HOST), wire, null);
        var theirs = WeaviateClass.builder()
                .className(name)
                .description("Chunks of a knowledge base: someone.3.0")
                .vectorizer("none")
                .build();
        assertTrue(
                Answers.value(client.schema().classCreator().withClass(theirs).run()));
        assertFalse(spaces.existing().contains(new Space("someone", 3, 0)));
        spaces.drop(new Space("someone", 3, 0));
        assertTrue(Answers.value(client.schema().exists().withClassName(name).run()));
        Answers.value(client.schema().classDeleter().withClassName(name).run());
    }

    @Test
    void another_knowledge_base_on_the_same_server_has_its_own() {
        var space = new Space("shared-" + UUID.randomUUID(), 3, 0);
        var tenant = Samples.tenant();
        var others = of("others");
        others.of(space).put(tenant, List.of(Samples.token(TEA, 0, "word")));
        assertFalse(spaces.existing().contains(space));
        assertEquals(0, spaces.of(space).count(tenant, TEA));
        spaces.drop(space);
        assertEquals(1, others.of(space).count(tenant, TEA));
        others.drop(space);
    }

    @Test
    void one_of_an_earlier_layout_is_found_searched_and_dropped_still() {
        var earlier = new Space("earlier-" + UUID.randomUUID(), 3, 0, 1);
        var tenant = Samples.tenant();
        spaces.of(earlier).put(tenant, List.of(Samples.token(TEA, 0, "word")));
        var other = another();
        assertTrue(other.existing().contains(earlier));
        assertFalse(other.existing().contains(new Space(earlier.model(), 3, 0)));
        assertEquals(
                List.of("word"),
                other.of(earlier).byKeywords(Scope.all(tenant), List.of("word"), 5).stream()
                        .map(hit -> hit.chunk().text())
                        .toList());
        other.drop(earlier);
        assertFalse(spaces.existing().contains(earlier));
    }

    @Test
    void a_dropped_one_may_be_made_again_by_another_process() {
        var space = new Space("again-" + UUID.randomUUID(), 3, 0);
        var tenant = Samples.tenant();
        spaces.of(space).put(tenant, List.of(Samples.token(TEA, 0, "word")));
        spaces.drop(space);
        var other = another();
        assertEquals(0, other.of(space).count(tenant, TEA));
        other.of(space).put(tenant, List.of(Samples.token(TEA, 0, "word")));
        assertEquals(1, other.of(space).count(tenant, TEA));
        assertTrue(spaces.existing().contains(space));
        other.drop(space);
    }

    @Test
    void who_has_not_heard_that_it_was_dropped_makes_it_again_as_it_was() {
        var space = new Space("unheard-" + UUID.randomUUID(), 3, 0);
        var tenant = Samples.tenant();
        var other = another();
        other.of(space).put(tenant, List.of(Samples.token(TEA, 0, "word")));
        spaces.drop(space);
        other.of(space).put(tenant, List.of(Samples.token(TEA, 0, "word")));
        assertEquals(1, other.of(space).count(tenant, TEA));
        assertEquals(1, another().of(space).count(tenant, TEA));
        other.drop(space);
    }
}
