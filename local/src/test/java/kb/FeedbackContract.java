package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody thinks of an answer they got. */
public interface FeedbackContract extends Contract {
    private static String feedback(String chat, String message) {
        return "/chats/" + chat + "/messages/" + message + "/feedback";
    }

    @Test
    default void an_answer_is_rated_and_again_replaces() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        var answer = reader.ask(chat, "What is tungsten?");
        assertTrue(answer.get("feedback").isNull());
        var path = feedback(chat, answer.get("message_id").textValue());

        var up = reader.sendJson("PUT", path, Map.of("rating", "up", "comment", " Short and honest. "));
        assertEquals(200, up.status(), up::text);
        assertEquals("up", up.json().get("feedback").get("rating").textValue());
        assertEquals(
                "Short and honest.", up.json().get("feedback").get("comment").textValue());
        assertEquals(answer.get("message_id"), up.json().get("message_id"));

        var down = reader.sendJson("PUT", path, Map.of("rating", "down")).json();
        assertEquals("down", down.get("feedback").get("rating").textValue());
        assertTrue(down.get("feedback").get("comment").isNull());
        var kept = reader.get("/chats/" + chat + "/messages").json().get("items");
        assertTrue(kept.get(0).get("feedback").isNull());
        assertEquals(down, kept.get(1));
        assertTrue(reader.get("/chats/" + chat + "/export").text().contains("\nRated down\n"));
    }

    @Test
    default void only_an_answer_of_ones_own_is_rated() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        var answer = reader.ask(chat, "What is tungsten?").get("message_id").textValue();
        var question = reader.get("/chats/" + chat + "/messages")
                .json()
                .get("items")
                .get(0)
                .get("message_id");
        var up = Map.of("rating", "up");
        assertProblem(404, "not-found", reader.named("robin").sendJson("PUT", feedback(chat, answer), up));
        assertProblem(404, "not-found", as("user").sendJson("PUT", feedback(chat, answer), up));
        assertProblem(404, "not-found", reader.sendJson("PUT", feedback(chat, question.textValue()), up));
        assertProblem(404, "not-found", reader.sendJson("PUT", feedback(chat, chat), up));
        assertProblem(404, "not-found", reader.sendJson("PUT", feedback(reader.chat(), answer), up));
        assertProblem(404, "not-found", reader.sendJson("PUT", feedback(chat, "last"), up));
        assertTrue(reader.get("/chats/" + chat + "/messages").text().contains("\"feedback\":null"));
        assertFalse(reader.get("/chats/" + chat + "/messages").text().contains("\"rating\""));
    }

    @Test
    default void a_rating_is_up_or_down() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        var path = feedback(
                chat, reader.ask(chat, "What is tungsten?").get("message_id").textValue());
        for (var wrong : java.util.List.<Map<String, ?>>of(
                Map.of(),
                Map.of("rating", "UP"),
                Map.of("rating", 1),
                Map.of("rating", "up", "comment", "x".repeat(2_001)),
                Map.of("rating", "up", "comment", " "),
                Map.of("rating", "up", "stars", 5))) {
            assertProblem(422, "invalid", reader.sendJson("PUT", path, wrong));
        }
        var longest = Map.of("rating", "up", "comment", "x".repeat(2_000));
        assertEquals(200, reader.sendJson("PUT", path, longest).status());
    }

    @Test
    default void a_rated_answer_is_erased_and_deleted_like_any() throws Exception {
        var admin = as("admin");
        var guide = admin.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = admin.chat();
        var path = feedback(
                chat,
                admin.ask(chat, "How much does a lost card cost?")
                        .get("message_id")
                        .textValue());
        admin.sendJson("PUT", path, Map.of("rating", "up"));
        admin.send("DELETE", "/documents/" + guide);
        var rated = admin.sendJson("PUT", path, Map.of("rating", "down", "comment", "It is gone."));
        assertTrue(rated.text().contains("(erased)"), rated::text);
        assertFalse(admin.get("/chats/" + chat + "/messages").text().contains("four euros"));
        assertEquals(204, admin.send("DELETE", "/chats/" + chat).status());
        assertProblem(404, "not-found", admin.sendJson("PUT", path, Map.of("rating", "up")));
    }
}
