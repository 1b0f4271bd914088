package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kb.files.DocumentFiles;
import kb.people.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The evaluation articles and their questions, through the API. */
@Needs(RealPart.EVALUATION)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetrievalEvaluationTest {
    private final TestTwin twin = TestTwin.shared();
    private final Client client = Evaluation.reader(twin);
    private final Map<String, String> documents = new HashMap<>();

    @BeforeAll
    void read() throws Exception {
        documents.putAll(Evaluation.articles(client));
    }

    @Test
    void the_right_page_is_among_the_first_five_passages() throws Exception {
        var missed = new ArrayList<String>();
        var questions = Evaluation.lines("retrieval/questions.jsonl");
        for (var question : questions) {
            var asked = Map.of("query", question.get("question").textValue(), "limit", 5);
            if (!hasPage(client.sendJson("POST", "/search", asked).json().get("passages"), question)) {
                missed.add(question.get("question").textValue());
            }
        }
        System.out.printf(
                "right page among the first five: %d of %d%n", questions.size() - missed.size(), questions.size());
        assertTrue(questions.size() - missed.size() >= 88, () -> "missed: " + String.join("\n", missed));
    }

    @Test
    void questions_are_answered_with_what_the_pages_say_and_others_declined() throws Exception {
        var files = new DocumentFiles(twin.objects());
        var chat = client.chat();
        int answered = 0;
        int right = 0;
        int quotes = 0;
        for (var question : Evaluation.lines("retrieval/questions.jsonl")) {
            var message = client.ask(chat, question.get("question").textValue());
            if (message.get("status").textValue().equals("answered")) answered++;
            if (quotesAnAnswer(message, question)) right++;
            for (var citation : message.get("citations")) {
                var id = java.util.UUID.fromString(citation.get("document_id").textValue());
                var page = files.page(
                                new Tenant(client.tenant()),
                                id,
                                citation.get("page").intValue())
                        .orElseThrow();
                var span = citation.get("span");
                var quote = citation.get("quote").textValue();
                assertEquals(
                        quote,
                        page.text()
                                .substring(
                                        span.get("start").intValue(),
                                        span.get("end").intValue()));
                assertTrue(citation.get("boxes").size() >= 1);
                quotes++;
            }
        }
        int declined = 0;
        var unanswerable = Evaluation.lines("retrieval/unanswerable.jsonl");
        for (var question : unanswerable) {
            var message = client.ask(chat, question.get("question").textValue());
            if (message.get("status").textValue().equals("not_in_documents")) declined++;
        }
        System.out.printf(
                "answered %d of 90, gold answer quoted %d, quotes checked %d, unanswerable declined %d of %d%n",
                answered, right, quotes, declined, unanswerable.size());
        assertTrue(quotes >= 90, "too few quotes to say anything: " + quotes);
        assertTrue(answered >= 81, "answered only " + answered + " of 90");
        assertTrue(right >= 63, "the answer is quoted only for " + right + " of 90");
        assertTrue(declined >= 6, "declined only " + declined + " of 20");
    }

    @Test
    void what_has_nothing_to_do_with_the_articles_is_not_answered() throws Exception {
        var answered = new ArrayList<String>();
        var questions = offTopic();
        for (var question : questions) {
            var message = client.ask(client.chat(), question);
            if (!message.get("status").textValue().equals("not_in_documents")) answered.add(question);
        }
        System.out.printf("off-topic questions declined: %d of %d%n", 50 - answered.size(), questions.size());
        assertEquals(50, questions.size());
        assertTrue(answered.size() <= 2, () -> "answered: " + answered);
    }

    private static List<String> offTopic() throws IOException {
        try (var lines = RetrievalEvaluationTest.class.getResourceAsStream("off-topic.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private boolean hasPage(JsonNode passages, JsonNode question) {
        var document = documents.get(question.get("document").textValue());
        for (var passage : passages) {
            if (!passage.get("document_id").textValue().equals(document)) continue;
            for (var page : question.get("pages"))
                if (page.intValue() == passage.get("page").intValue()) return true;
        }
        return false;
    }

    private static boolean quotesAnAnswer(JsonNode message, JsonNode question) {
        for (var citation : message.get("citations")) {
            var quote = citation.get("quote").textValue().replaceAll("\\s+", " ");
            for (var answer : question.get("answers")) if (quote.contains(answer.textValue())) return true;
        }
        return false;
    }
}
