package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A whole conversation as a file. */
public interface TranscriptContract extends Contract {
    @Test
    default void a_conversation_is_exported_as_markdown_with_footnotes() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = writer.chat();
        writer.ask(chat, "How much does a lost card cost?");
        writer.ask(chat, "What is the boiling point of tungsten?");
        writer.ask(chat, "When does the library open on Saturdays?");

        var reply = writer.get("/chats/" + chat + "/export");
        assertEquals(200, reply.status(), reply::text);
        assertEquals(
                "text/markdown; charset=utf-8", reply.header("content-type").orElseThrow());
        assertEquals(
                "attachment; filename=\"chat-how-much-does-a-lost-card-cost.md\"",
                reply.header("content-disposition").orElseThrow());
        var timeless = reply.text()
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .lines()
                .toList();
        assertEquals("# How much does a lost card cost?", timeless.getFirst());
        assertEquals(
                "Exported TIME. Quotes were checked against their pages when the answers were given.", timeless.get(2));
        var text = String.join("\n", timeless);
        assertTrue(
                text.contains("## Question, TIME\n\n> How much does a lost card cost?\n\n## Answer, TIME\n\n"), text);
        assertTrue(text.contains("four euros and fifty cents. [^1]"), text);
        assertTrue(text.contains("## Answer, TIME\n\n*The documents say too little about it.*\n\n## Question"), text);
        assertTrue(
                text.contains(
                        "\n[^1]: guide.pdf, version 1, page 1: “The fee for a lost card is four euros and fifty cents.”"),
                text);
        assertTrue(text.contains("[^2]"), text);
        assertFalse(text.contains("[1]"), text);
    }

    @Test
    default void as_json_it_has_everything() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = writer.chat();
        writer.ask(chat, "How much does a lost card cost?");
        var reply = writer.get("/chats/" + chat + "/export?format=json");
        assertEquals(
                "attachment; filename=\"chat-how-much-does-a-lost-card-cost.json\"",
                reply.header("content-disposition").orElseThrow());
        assertEquals(writer.get("/chats/" + chat).json(), reply.json().get("chat"));
        assertEquals(
                writer.get("/chats/" + chat + "/messages").json().get("items"),
                reply.json().get("messages"));
    }

    @Test
    default void it_is_whole_however_long_it_is() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        for (int i = 0; i < 51; i++) reader.ask(chat, "What is tungsten, number " + i + "?");
        var messages =
                reader.get("/chats/" + chat + "/export?format=json").json().get("messages");
        assertEquals(102, messages.size());
        assertEquals(
                "What is tungsten, number 50?", messages.get(100).get("content").textValue());
    }

    @Test
    default void what_was_erased_is_not_exported() throws Exception {
        var admin = as("admin");
        var guide = admin.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = admin.chat();
        admin.ask(chat, "How much does a lost card cost?");
        assertTrue(admin.get("/chats/" + chat + "/export").text().contains("four euros"));
        assertEquals(200, admin.send("DELETE", "/documents/" + guide).status());

        for (var format : new String[] {"markdown", "json"}) {
            var reply = admin.get("/chats/" + chat + "/export?format=" + format);
            assertTrue(reply.text().contains("(erased)"), reply::text);
            assertFalse(reply.text().contains("four euros"), reply::text);
            assertFalse(reply.text().contains("guide.pdf"), reply::text);
        }
    }

    @Test
    default void a_hostile_title_names_no_hostile_file() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        for (var named : Map.of(
                        "../../etc/passwd\"; filename=\"x.exe",
                        "chat-etc-passwd-filename-x-exe",
                        "日本語",
                        "chat",
                        "Überraschung! " + "lang ".repeat(30),
                        "chat-berraschung-lang-lang-lang-lang-lang-lang-lang-lang-lang-la")
                .entrySet()) {
            reader.sendJson("PATCH", "/chats/" + chat, Map.of("title", named.getKey()));
            assertEquals(
                    "attachment; filename=\"" + named.getValue() + ".md\"",
                    reader.get("/chats/" + chat + "/export")
                            .header("content-disposition")
                            .orElseThrow());
        }
    }

    @Test
    default void only_its_own_person_exports_it() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        assertProblem(404, "not-found", reader.named("robin").get("/chats/" + chat + "/export"));
        assertProblem(404, "not-found", as("admin").get("/chats/" + chat + "/export"));
        assertProblem(422, "invalid", reader.get("/chats/" + chat + "/export?format=pdf"));
        reader.send("DELETE", "/chats/" + chat);
        assertProblem(404, "not-found", reader.get("/chats/" + chat + "/export"));
    }
}
