package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Questions, answers with quotes that stand on their page, and the chats that keep them. */
public interface ChatContract extends Contract {
    @Test
    default void a_question_is_answered_with_a_quote_that_stands_on_its_page() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("guide.pdf", Pdfs.of("Nothing of interest.", ApiContract.GUIDE));
        var message = writer.ask("How much does a lost card cost?");

        assertEquals("answered", message.get("status").textValue(), message::toString);
        assertEquals("extractive", message.get("mode").textValue());
        var citation = message.get("citations").get(0);
        assertEquals(id, citation.get("document_id").textValue());
        assertEquals("guide.pdf", citation.get("filename").textValue());
        assertEquals(2, citation.get("page").intValue());
        assertEquals(
                "The fee for a lost card is four euros and fifty cents.",
                citation.get("quote").textValue());
        assertTrue(message.get("content").textValue().contains("four euros and fifty cents. [1]"));
        var box = citation.get("boxes").get(0);
        assertEquals(2, box.get("page").intValue());
        assertEquals(72, box.get("l").doubleValue(), 1.0);
        assertTrue(box.get("t").doubleValue() < box.get("b").doubleValue());
    }

    @Test
    default void a_quote_is_found_in_the_chunks_of_its_document_at_its_span() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var citation = writer.ask("When does the library open on Saturdays?")
                .get("citations")
                .get(0);
        var start = citation.get("span").get("start").intValue();
        for (var chunk : writer.get("/documents/" + id + "/chunks").json().get("items")) {
            var from = chunk.get("span").get("start").intValue();
            if (from > start
                    || chunk.get("span").get("end").intValue()
                            < citation.get("span").get("end").intValue()) continue;
            var quote = citation.get("quote").textValue();
            assertEquals(quote, chunk.get("text").textValue().substring(start - from, start - from + quote.length()));
            return;
        }
        throw new AssertionError("no chunk covers the citation's span: " + citation);
    }

    @Test
    default void what_the_documents_do_not_say_is_not_answered() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var message = writer.ask("What is the boiling point of tungsten?");
        assertEquals("not_in_documents", message.get("status").textValue(), message::toString);
        assertEquals("", message.get("content").textValue());
        assertEquals(0, message.get("citations").size());
        assertTrue(message.get("passages").size() >= 1);
    }

    @Test
    default void a_stream_tells_the_same_message_as_json() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var question = "How many books may a member borrow?";
        var chat = writer.chat();
        var reply = writer.send(
                "POST",
                "/chats/" + chat + "/messages",
                Map.of("content-type", "application/json", "accept", "text/event-stream"),
                Client.json(Map.of("message", question)));
        assertEquals(200, reply.status());
        assertEquals("text/event-stream", reply.header("content-type").orElseThrow());
        var events = Client.events(reply.text());
        assertEquals(
                List.of("status", "sources", "status", "text", "citation", "done"),
                events.stream().map(Map.Entry::getKey).limit(6).toList());

        var done = events.getLast().getValue();
        assertEquals("done", events.getLast().getKey());
        var text = new StringBuilder();
        var citations = new ArrayList<JsonNode>();
        for (var event : events) {
            if (event.getKey().equals("text"))
                text.append(event.getValue().get("text").textValue());
            if (event.getKey().equals("citation")) citations.add(event.getValue());
        }
        assertEquals(done.get("content").textValue(), text.toString());
        assertEquals(done.get("citations").toString(), citations.toString().replace(", {", ",{"));
        var json = writer.ask(question);
        assertEquals(json.get("content"), done.get("content"));
        assertEquals(json.get("citations"), done.get("citations"));
    }

    @Test
    default void a_chat_keeps_its_questions_and_answers_in_order() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = writer.chat();
        writer.ask(chat, "How much does a lost card cost?");
        writer.ask(chat, "When does the library open?");
        var messages = writer.get("/chats/" + chat + "/messages").json().get("items");
        assertEquals(
                "[\"user\",\"assistant\",\"user\",\"assistant\"]",
                messages.findValuesAsText("role").stream()
                        .map(role -> "\"" + role + "\"")
                        .toList()
                        .toString()
                        .replace(" ", ""));
        assertEquals(
                "How much does a lost card cost?",
                messages.get(0).get("content").textValue());
        assertTrue(messages.get(0).get("status").isNull());
        var read = writer.get("/chats/" + chat).json();
        assertEquals(4, read.get("message_count").intValue());
        assertEquals("How much does a lost card cost?", read.get("title").textValue());
    }

    @Test
    default void chats_are_listed_newest_first_renamed_and_deleted() throws Exception {
        var reader = as("user");
        var first = reader.chat();
        var second = reader.chat();
        assertEquals(List.of(second, first), ApiContract.ids(reader.get("/chats"), "chat_id"));
        var page = reader.get("/chats?limit=1");
        assertEquals(List.of(second), ApiContract.ids(page, "chat_id"));
        var cursor = page.json().get("next_cursor").textValue();
        assertEquals(List.of(first), ApiContract.ids(reader.get("/chats?limit=1&cursor=" + cursor), "chat_id"));

        assertEquals(
                "Fees",
                reader.sendJson("PATCH", "/chats/" + first, Map.of("title", " Fees "))
                        .json()
                        .get("title")
                        .textValue());
        assertEquals(204, reader.send("DELETE", "/chats/" + second).status());
        ApiContract.assertProblem(404, "not-found", reader.get("/chats/" + second));
        assertEquals(1, reader.send("DELETE", "/chats").json().get("deleted").intValue());
        assertEquals(List.of(), ApiContract.ids(reader.get("/chats"), "chat_id"));
    }
}
