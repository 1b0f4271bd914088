package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Questions that are understood only together with the conversation before them. */
public interface FollowUpContract extends Contract {
    @Test
    default void a_follow_up_is_searched_for_with_the_subject_of_the_question_before() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = writer.chat();
        assertTrue(writer.ask(chat, "When does the library open on Saturdays?")
                .get("query")
                .isNull());

        var message = writer.ask(chat, "Where is it?");
        assertEquals(
                "Where does the library open on Saturdays?",
                message.get("query").textValue(),
                message::toString);
        var kept = writer.get("/chats/" + chat + "/messages").json().get("items");
        assertEquals("Where is it?", kept.get(2).get("content").textValue());
        assertTrue(kept.get(2).get("query").isNull());
        assertEquals(message, kept.get(3));
    }

    @Test
    default void a_follow_up_of_a_follow_up_keeps_the_subject() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = writer.chat();
        answered(writer.ask(chat, "How much does a lost card cost?"));
        answered(writer.ask(chat, "How much is it?"));
        var third = answered(writer.ask(chat, "How much?"));
        assertEquals("How much does a lost card cost?", third.get("query").textValue());
        assertEquals(
                "The fee for a lost card is four euros and fifty cents.",
                third.get("citations").get(0).get("quote").textValue());
    }

    @Test
    default void what_was_not_answered_is_no_subject() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = writer.chat();
        writer.ask(chat, "How much does a lost card cost?");
        var declined = writer.ask(chat, "What is the boiling point of tungsten?");
        assertEquals("not_in_documents", declined.get("status").textValue());
        assertEquals(
                "How much does a lost card cost?",
                writer.ask(chat, "How much?").get("query").textValue());
    }

    @Test
    default void a_chat_knows_nothing_of_another() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        writer.ask(writer.chat(), "How much does a lost card cost?");
        assertTrue(writer.ask(writer.chat(), "How much is it?").get("query").isNull());
    }

    private static JsonNode answered(JsonNode message) {
        assertEquals("answered", message.get("status").textValue(), message::toString);
        return message;
    }
}
