package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody is to see of a document is seen through no other door either. */
class MaskedDoorsTest {
    /** A line's end is written as JSON has it, or as JSON inside JSON does. */
    private static final Pattern MARKED = Pattern.compile("with the card ▓▓▓▓ ▓▓▓▓(?: |\\\\{1,2}n)▓▓▓▓ ▓▓▓▓ of");

    private static final String QUESTION = "With which card does the library pay for books?";

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n"})
    void a_card_is_hidden_from_agents_chat_clients_and_the_browser_app(String gap, @TempDir Path folder)
            throws Exception {
        try (var twin = new ModelTwin(folder, Map.of(), Map.of("MASK_SENSITIVE", "true"))) {
            for (var frontEnd : twin.frontEnds()) {
                var member = twin.visitor(frontEnd);
                var text = "The library pays for books with the card 4111 1111" + gap + "1111 1111 of the treasurer.";
                var document = member.uploaded("cash.pdf", Pdfs.of(text));
                var asked = List.of(Map.of("role", "user", "content", QUESTION));
                var session = SpaClient.ok(member.sendJson("POST", "/chat/session/new", Map.of()))
                        .get("session_id")
                        .textValue();
                for (var answer : List.of(
                        tool(member, "ask", Map.of("question", QUESTION)),
                        tool(member, "search", Map.of("query", QUESTION)),
                        tool(member, "read_page", Map.of("document_id", document)),
                        member.sendJson(
                                "POST", "/v1/chat/completions", Map.of("model", "knowledge-base", "messages", asked)),
                        member.sendJson("POST", "/chat/message", Map.of("session_id", session, "message", QUESTION)),
                        member.get("/documents/" + document + "/chunks"),
                        member.sendJson("POST", "/search", Map.of("query", QUESTION)))) {
                    assertEquals(200, answer.status(), answer::text);
                    assertTrue(MARKED.matcher(answer.text()).find(), answer::text);
                    assertFalse(answer.text().contains("1111 1111"), answer::text);
                    assertFalse(answer.text().contains("4111 1111"), answer::text);
                }
            }
        }
    }

    private static FrontEnd.Reply tool(Client client, String name, Map<String, ?> arguments) throws Exception {
        var call = Map.of("name", name, "arguments", arguments);
        return client.sendJson(
                "POST", "/mcp", Map.of("jsonrpc", "2.0", "id", 1, "method", "tools/call", "params", call));
    }
}
