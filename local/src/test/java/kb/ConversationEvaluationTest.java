package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kb.chat.StandaloneQuestion;
import kb.chat.followup.FollowUp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two-turn conversations about the evaluation articles: the second question, completed by rule, beside the same question asked whole. */
@Needs(RealPart.EVALUATION)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationEvaluationTest {
    private final TestTwin twin = TestTwin.shared();
    private final Client client = Evaluation.reader(twin);
    private final Map<String, String> documents = new HashMap<>();
    private final StandaloneQuestion followUp = new FollowUp();

    @BeforeAll
    void read() throws Exception {
        documents.putAll(Evaluation.articles(client));
    }

    @Test
    void the_second_question_finds_its_page_as_the_whole_one_does() throws Exception {
        var conversations = conversations();
        var asItIs = 0;
        var completed = 0;
        var whole = 0;
        var missed = new ArrayList<String>();
        for (var conversation : conversations) {
            var second = conversation.get("second").textValue();
            var query = followUp.of(
                    second,
                    List.of(new StandaloneQuestion.Turn(
                            conversation.get("first").textValue(), "")));
            if (finds(second, conversation)) asItIs++;
            if (finds(query, conversation)) completed++;
            else missed.add(query);
            if (finds(conversation.get("whole").textValue(), conversation)) whole++;
        }
        System.out.printf(
                "%d conversations, right page among the first five: as asked %d, completed %d, asked whole %d%n",
                conversations.size(), asItIs, completed, whole);
        assertEquals(30, conversations.size());
        assertTrue(completed >= whole - 0.05 * conversations.size(), () -> "missed: " + String.join("\n", missed));
        assertTrue(asItIs < completed, "the questions did not need completing");
    }

    @Test
    void no_question_of_the_set_is_taken_for_a_follow_up() throws Exception {
        var before = List.of(new StandaloneQuestion.Turn("Who founded the local history collection?", ""));
        var changed = new ArrayList<String>();
        for (var file : List.of("retrieval/questions.jsonl", "retrieval/unanswerable.jsonl")) {
            for (var line : Evaluation.lines(file)) {
                var question = line.get("question").textValue();
                if (!followUp.of(question, before).equals(question)) changed.add(question);
            }
        }
        assertEquals(List.of(), changed);
    }

    private boolean finds(String question, JsonNode conversation) throws Exception {
        var found = client.sendJson("POST", "/search", Map.of("query", question, "limit", 5))
                .json()
                .get("passages");
        return isAmong(found, conversation);
    }

    private boolean isAmong(Iterable<JsonNode> passages, JsonNode conversation) {
        var document = documents.get(conversation.get("document").textValue());
        for (var passage : passages) {
            if (!passage.get("document_id").textValue().equals(document)) continue;
            for (var page : conversation.get("pages"))
                if (page.intValue() == passage.get("page").intValue()) return true;
        }
        return false;
    }

    private static List<JsonNode> conversations() throws Exception {
        var json = new ObjectMapper();
        var conversations = new ArrayList<JsonNode>();
        try (var lines = ConversationEvaluationTest.class.getResourceAsStream("/kb/chat/conversations.jsonl")) {
            for (var line : new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                conversations.add(json.readTree(line));
            }
        }
        return conversations;
    }
}
