package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import kb.lambda.HttpEntry;
import kb.weaviate.WeaviateServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Weaviate answers in good order and wrongly: nothing wrong is shown, and all is well again by itself. */
@Needs(RealPart.WEAVIATE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexLiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION = "Which barrel holds salted herring?";
    private static final int PAGES = 40;

    private LyingProxy proxy;
    private TestTwin twin;

    @BeforeAll
    void start(@TempDir Path folder) {
        proxy = new LyingProxy(WeaviateServer.running().address());
        twin = new TestTwin(
                folder, Map.of("WEAVIATE_URL", proxy.address().toString(), "WEAVIATE_API_KEY", WeaviateServer.KEY));
    }

    @AfterEach
    void tell_the_truth() {
        proxy.tellTheTruth();
    }

    @AfterAll
    void stop() throws Exception {
        if (twin == null) return;
        twin.close();
        proxy.close();
    }

    private Client somebody() {
        var frontEnd = new LambdaEvents(new HttpEntry(twin.app().router()));
        return new Client(frontEnd, twin, "tenant-" + twin.next(), "wren", "admin");
    }

    private static byte[] barrels() {
        return Pdfs.of(IntStream.range(0, PAGES)
                .mapToObj("Barrel number %d holds salted herring."::formatted)
                .toArray(String[]::new));
    }

    /** Takes a batch, stores all of it but its first object, and says that it stored that too. */
    private static String losing(LyingProxy.Asked call) throws Exception {
        var batch = (ObjectNode) JSON.readTree(call.body());
        var lost = (ObjectNode) ((ArrayNode) batch.get("objects")).remove(0);
        var said = (ArrayNode) JSON.readTree(call.saying(batch.toString()).honestly());
        said.add(lost.set("result", JSON.createObjectNode().put("status", "SUCCESS")));
        return said.toString();
    }

    private static boolean isBatch(LyingProxy.Asked call) {
        return call.method().equals("POST") && call.path().startsWith("/v1/batch/objects");
    }

    private static boolean isSearch(LyingProxy.Asked call) {
        return call.path().equals("/v1/graphql") && call.body().contains("_additional");
    }

    @Test
    void an_object_that_is_lost_though_the_answer_says_it_was_stored_is_stored_before_the_document_is_ready()
            throws Exception {
        var wren = somebody();
        var lost = new AtomicInteger();
        proxy.lie(call -> isBatch(call) && lost.getAndIncrement() == 0 ? losing(call) : call.honestly());
        var id = wren.uploaded("barrels.pdf", barrels());
        assertTrue(lost.get() > 2, "all of it was put again");
        assertEquals(PAGES, stored(wren, id));
    }

    @Test
    void a_document_waits_while_objects_are_lost_and_is_found_nowhere() throws Exception {
        var wren = somebody();
        var lost = new AtomicInteger();
        proxy.lie(call -> {
            if (!isBatch(call)) return call.honestly();
            lost.incrementAndGet();
            return losing(call);
        });
        var id = IdentityContract.id(wren.upload("barrels.pdf", barrels()));
        Outage.await("it was tried three times", () -> lost.get() >= 6);
        assertFalse(List.of("ready", "failed")
                .contains(wren.get("/documents/" + id).json().get("status").textValue()));
        assertEquals(List.of(), wren.found(QUESTION));
        proxy.tellTheTruth();
        assertEquals("ready", wren.ready(id).get("status").textValue());
        assertEquals(PAGES, stored(wren, id));
    }

    /** How many chunks the index has of it, which its erasure counts. */
    private static int stored(Client client, String id) throws Exception {
        var erased = client.send("DELETE", "/documents/" + id).json().get("erased");
        return erased.get("vectors").intValue();
    }

    @Test
    void what_a_deleted_document_said_is_not_shown_though_the_index_still_tells_it() throws Exception {
        var wren = somebody();
        var kept = wren.uploaded("tea.pdf", Pdfs.of("Green tea is brewed at eighty degrees."));
        var deleted = wren.uploaded("herring.pdf", Pdfs.of("The last barrel holds salted herring."));
        var told = told(wren);
        assertEquals(200, wren.send("DELETE", "/documents/" + deleted).status());

        proxy.lie(told.instead());
        assertEquals(List.of(kept), wren.found(QUESTION));
        var message = wren.ask(QUESTION);
        assertEquals("not_in_documents", message.get("status").textValue(), message::toString);
        assertFalse(message.toString().contains("salted herring."), message::toString);
    }

    @Test
    void what_another_tenant_has_is_not_shown_though_the_index_says_that_it_is_ones_own() throws Exception {
        var robin = somebody();
        robin.uploaded("herring.pdf", Pdfs.of("The last barrel holds salted herring."));
        var told = told(robin);
        var wren = somebody();
        wren.uploaded("tea.pdf", Pdfs.of("Green tea is brewed at eighty degrees."));
        for (var answer : List.of(told, told.with(robin.tenant(), wren.tenant()))) {
            proxy.lie(answer.instead());
            assertEquals(List.of(), wren.found(QUESTION));
            assertFalse(wren.ask(QUESTION).toString().contains("salted herring."));
        }
    }

    /** What the index answers to somebody's search, by words and by meaning. */
    private record Told(String byWords, String byMeaning) {
        LyingProxy.Part instead() {
            return call -> isSearch(call) ? (byVector(call) ? byMeaning : byWords) : call.honestly();
        }

        Told with(String pattern, String other) {
            return new Told(byWords.replaceAll(pattern, other), byMeaning.replaceAll(pattern, other));
        }
    }

    private static boolean byVector(LyingProxy.Asked call) {
        return call.body().contains("nearVector");
    }

    private Told told(Client client) throws Exception {
        var byWords = new AtomicReference<String>();
        var byMeaning = new AtomicReference<String>();
        proxy.lie(call -> {
            var answer = call.honestly();
            // the first of each: a question that names a document is asked again in that one
            if (isSearch(call)) (byVector(call) ? byMeaning : byWords).compareAndSet(null, answer);
            return answer;
        });
        assertFalse(client.found(QUESTION).isEmpty());
        assertTrue(byWords.get().contains("salted herring."), byWords::get);
        assertTrue(byMeaning.get().contains("salted herring."), byMeaning::get);
        return new Told(byWords.get(), byMeaning.get());
    }

    @Test
    void rows_that_are_broken_are_a_problem_and_not_a_mistake_of_ours() throws Exception {
        var wren = somebody();
        wren.uploaded("herring.pdf", Pdfs.of("The last barrel holds salted herring."));
        var told = told(wren);
        for (var broken : List.of(
                told.with("\"page\":1", "\"page\":\"one\""),
                told.with("\"page\":1", "\"page\":null"),
                told.with("\"chunk_id\":\"[^\"]*\"", "\"chunk_id\":\"\""),
                told.with("\"span\":\\[[^\\]]*\\]", "\"span\":[]"))) {
            assertFalse(broken.equals(told), told::toString);
            proxy.lie(broken.instead());
            ApiContract.assertProblem(
                    503, "index-unavailable", wren.sendJson("POST", "/search", Map.of("query", QUESTION)));
            proxy.tellTheTruth();
            assertEquals(1, wren.found(QUESTION).size());
        }
    }
}
