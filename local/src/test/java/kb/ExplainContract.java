package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why a search found what it found, for whoever asks. */
public interface ExplainContract extends Contract {
    private Client stocked() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        writer.uploaded("tea.pdf", Pdfs.of("Green tea is brewed at eighty degrees for two minutes."));
        return writer;
    }

    @Test
    default void each_passage_is_explained_by_what_its_score_is_made_of() throws Exception {
        var answer = explained(stocked(), Map.of("query", "How is green tea brewed?", "explain", true));
        var why = answer.get("explanation");
        assertEquals(json("[\"green\", \"tea\", \"brew\"]"), why.get("tokens"));
        assertEquals(json("[\"keyword\", \"vector\"]"), why.get("legs"));
        assertEquals(json("[]"), why.get("filters"));
        assertEquals(json("[]"), why.get("degraded"));

        var passages = answer.get("passages");
        assertEquals(2, passages.size());
        assertEquals(passages.size(), why.get("passages").size());
        for (int place = 0; place < passages.size(); place++) {
            var reason = why.get("passages").get(place);
            assertEquals(passages.get(place).get("chunk_id"), reason.get("chunk_id"));
            assertEquals(passages.get(place).get("score").doubleValue(), sum(reason), 1e-9);
        }
        var tea = why.get("passages").get(0);
        assertEquals(json("[\"green\", \"tea\", \"brew\"]"), tea.get("matched"));
        assertEquals(1.0, tea.get("named").doubleValue());
        assertEquals(1, tea.get("keyword").get("rank").intValue());
        assertEquals(1, tea.get("vector").get("rank").intValue());
        assertTrue(tea.get("keyword").get("score").doubleValue() > 0.5, tea::toString);
        assertTrue(tea.get("vector").get("score").doubleValue() <= 1, tea::toString);
        var guide = why.get("passages").get(1);
        assertEquals(json("[]"), guide.get("matched"));
        assertTrue(guide.get("keyword").isNull());
        assertEquals(0.0, guide.get("named").doubleValue());
        assertEquals(2, guide.get("vector").get("rank").intValue());
    }

    private static double sum(JsonNode reason) {
        var sum = 0.0;
        for (var part : List.of("keyword", "vector", "quoted")) {
            var one = reason.get(part);
            if (!one.isNull())
                sum += one.get("share").doubleValue() * one.get("weight").doubleValue();
        }
        return sum;
    }

    @Test
    default void what_narrowed_the_search_is_named() throws Exception {
        var filters = Map.of("filename", "tea", "uploaded_after", "2020-01-01", "page", Map.of("to", 3));
        var body =
                Map.of("query", "\"eighty degrees\"", "legs", List.of("keyword"), "filters", filters, "explain", true);
        var answer = explained(stocked(), body);
        assertEquals(1, answer.get("passages").size());
        var why = answer.get("explanation");
        assertEquals(json("[\"filename\", \"uploaded_after\", \"page\"]"), why.get("filters"));
        assertEquals(json("[\"keyword\"]"), why.get("legs"));
        var tea = why.get("passages").get(0);
        assertTrue(tea.get("vector").isNull());
        assertTrue(tea.get("named").isNull());
        assertEquals(1.0, tea.get("quoted").get("share").doubleValue());
    }

    @Test
    default void where_nothing_is_found_only_the_question_is_explained() throws Exception {
        var answer = explained(as("user"), Map.of("query", "How is green tea brewed?", "explain", true));
        assertEquals(json("[]"), answer.get("passages"));
        assertEquals(json("[]"), answer.get("explanation").get("passages"));
        assertEquals(3, answer.get("explanation").get("tokens").size());
    }

    @Test
    default void nobody_is_told_what_is_inside_and_nobody_is_told_unasked() throws Exception {
        var writer = stocked();
        var text = explained(writer, Map.of("query", "tea", "explain", true)).toString();
        for (var space : serving()) {
            for (var inside : List.of(space.name(), space.model())) assertFalse(text.contains(inside), text);
        }
        assertFalse(explained(writer, Map.of("query", "tea")).has("explanation"));
        assertFalse(explained(writer, Map.of("query", "tea", "explain", false)).has("explanation"));
        assertProblem(422, "invalid", writer.sendJson("POST", "/search", Map.of("query", "tea", "explain", "yes")));
    }

    private static JsonNode explained(Client client, Map<String, ?> body) throws Exception {
        var reply = client.sendJson("POST", "/search", body);
        assertEquals(200, reply.status(), reply::text);
        return reply.json();
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
