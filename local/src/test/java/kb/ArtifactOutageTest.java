package kb;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kb.llm.ChatProvider;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The folder that is deployed, run as Lambda runs it, while one of the parts that it stands on is down. */
@Needs(RealPart.ARTIFACT)
class ArtifactOutageTest extends OnFaultyStack {
    private final Map<String, Deadlined> waiting = new ConcurrentHashMap<>();

    private void isDown(String part) {
        stack.suffers(part, FaultyProxy.Fault.ERROR);
    }

    private void waits(FrontEnd.Reply upload) throws Exception {
        assertEquals(202, upload.status(), upload::text);
        var id = upload.json().get("document_id").textValue();
        assertFalse(List.of("ready", "failed").contains(visitor.status(id)));
        waiting.put(id, visitor);
    }

    @Test
    void without_the_tables_everything_is_unavailable() throws Exception {
        isDown("DYNAMODB");
        var document = "/documents/" + visitor.document();
        for (var reply : List.of(
                visitor.upload(),
                visitor.get("/documents"),
                visitor.get(document),
                visitor.get(document + "/content"),
                visitor.search(),
                visitor.ask(),
                visitor.delete())) assertProblem(503, "table-unavailable", reply);
    }

    @Test
    void without_the_bucket_no_pdf_comes_in_or_out() throws Exception {
        isDown("S3");
        assertProblem(503, "storage-unavailable", visitor.upload());
        visitor.seesRecords();
        assertProblem(503, "storage-unavailable", visitor.get("/documents/" + visitor.document() + "/content"));
        assertEquals(200, visitor.search().status());
        assertEquals("unsupported", visitor.ask().json().get("status").textValue());
        assertEquals(202, visitor.delete().status());
    }

    @Test
    void without_the_index_nothing_is_found_and_documents_wait() throws Exception {
        isDown("INDEX");
        waits(visitor.upload());
        visitor.seesRecords();
        assertProblem(503, "index-unavailable", visitor.search());
        assertProblem(503, "index-unavailable", visitor.ask());
        assertEquals(List.of("failed"), visitor.turns());
        assertEquals(202, visitor.delete().status());
    }

    @Test
    void without_embeddings_keywords_find_and_documents_wait() throws Exception {
        models.stubFor(post(FaultyStack.EMBEDDINGS).willReturn(serverError()));
        waits(visitor.upload());
        visitor.seesRecords();
        var found = visitor.search();
        assertEquals(200, found.status(), found::text);
        assertEquals("[\"vector\"]", found.json().get("degraded").toString());
        assertEquals("answered", visitor.ask().json().get("status").textValue());
        assertEquals(200, visitor.delete().status());
    }

    @Test
    void without_the_chat_model_the_passages_are_the_answer() throws Exception {
        models.stubFor(post(ChatProvider.PATH).willReturn(serverError()));
        var id = visitor.upload().json().get("document_id").textValue();
        visitor.seesRecords();
        assertEquals("[]", visitor.search().json().get("degraded").toString());
        var refused = visitor.ask();
        assertProblem(503, "model-unavailable", refused);
        assertEquals(
                visitor.document(), refused.json().at("/passages/0/document_id").textValue());
        waiting.put(id, visitor);
    }

    @Test
    void without_secrets_the_last_good_key_counts_and_who_has_none_lets_nobody_in() throws Exception {
        isDown("SECRETS_MANAGER");
        visitor.seesRecords();
        assertEquals(200, visitor.search().status());
        var other = visitor.through(stack.another(Map.of()));
        assertEquals(200, other.get("/health").status());
        assertEquals(503, other.get("/documents").status());
        heal();
        Outage.await("the key is there", () -> other.get("/me").status() == 200);
    }

    /** Last: the queue brings work that found a part down again after 20 to 60 seconds. */
    @Test
    @Order(Integer.MAX_VALUE)
    void what_waited_is_done_by_itself() throws Exception {
        assertEquals(3, waiting.size());
        for (var one : waiting.entrySet()) one.getValue().awaitReady(one.getKey(), Duration.ofMinutes(3));
        assertEquals("answered", visitor.ask().json().get("status").textValue());
    }
}
