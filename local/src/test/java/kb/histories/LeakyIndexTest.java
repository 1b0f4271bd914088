package kb.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import kb.store.MemoryTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever an index suggests, nobody sees a document that is another tenant's, deleted, or replaced. */
class LeakyIndexTest {
    private static final String QUESTION = "How much does the mill charge for a sack of corn?";

    private Asking wren;
    private String visible;

    @BeforeEach
    void fill() {
        var app = Asking.app(Parts.around(new MemoryTable(Clock.systemUTC()), new LeakyIndex())
                .outside());
        var stranger = new Asking(app, "foreign");
        wren = new Asking(app, "mill");
        stranger.uploaded("prices.pdf", false, "The mill charges four foreign coins for a sack of corn.");
        var deleted = wren.uploaded("old.pdf", false, "The mill charges five deleted coins for a sack of corn.");
        wren.uploaded("prices.pdf", false, "The mill charges six replaced coins for a sack of corn.");
        visible = wren.uploaded("prices.pdf", true, "The mill charges seven visible coins for a sack of corn.");
        wren.delete("/documents/" + deleted);
    }

    private void onlyTheVisible(JsonNode answer) {
        var text = answer.toString();
        assertTrue(text.contains("seven visible coins"), text);
        for (var secret : List.of("foreign", "deleted", "replaced")) assertFalse(text.contains(secret), text);
        for (var id : answer.findValuesAsText("document_id")) assertEquals(visible, id);
    }

    @Test
    void a_search_finds_the_visible_document_alone() {
        var found = wren.post("/search", Map.of("query", QUESTION));
        onlyTheVisible(found);
        assertEquals(1, found.get("passages").size());
    }

    @Test
    void an_answer_quotes_the_visible_document_alone() {
        var chat = wren.post("/chats", Map.of()).get("chat_id").textValue();
        var answer = wren.post(
                "/chats/" + chat + "/messages",
                Map.of("message", "The mill charges seven visible coins for a sack of corn."));
        assertEquals("answered", answer.get("status").textValue());
        onlyTheVisible(answer);
        onlyTheVisible(wren.get("/chats/" + chat + "/messages", ""));
    }

    @Test
    void an_answer_without_evidence_shows_passages_of_the_visible_document_alone() {
        var chat = wren.post("/chats", Map.of()).get("chat_id").textValue();
        var answer = wren.post("/chats/" + chat + "/messages", Map.of("message", "Who discovered tungsten?"));
        assertEquals("not_in_documents", answer.get("status").textValue());
        assertEquals(1, answer.get("passages").size());
        onlyTheVisible(answer);
        onlyTheVisible(wren.get("/chats/" + chat + "/messages", ""));
    }

    @Test
    void a_tenant_without_documents_is_shown_nothing() {
        var nobody = new Asking(wren.app(), "empty");
        assertEquals(
                "[]",
                nobody.post("/search", Map.of("query", QUESTION))
                        .get("passages")
                        .toString());
        var chat = nobody.post("/chats", Map.of()).get("chat_id").textValue();
        var answer = nobody.post("/chats/" + chat + "/messages", Map.of("message", QUESTION));
        assertEquals("not_in_documents", answer.get("status").textValue());
        assertFalse(answer.toString().contains("coins"), answer::toString);
    }
}
