package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is refused at every door, each time in the words of that door. */
public interface OtherDoorsContract extends Contract {
    private static FrontEnd.Reply post(Client client, OtherDoor door, Map<String, ?> body) throws Exception {
        return client.sendJson("POST", door.path(), body);
    }

    @Test
    default void a_token_that_does_not_count_is_refused_in_each_doors_words() throws Exception {
        var kinds = Map.of(
                OtherDoor.OPENAI, "invalid_api_key",
                OtherDoor.MCP, "urn:kb:problem:unauthenticated",
                OtherDoor.APP, "unauthenticated");
        var reader = as("user");
        for (var door : OtherDoor.values()) {
            for (var token : List.of(
                    "Bearer nonsense",
                    "Bearer " + twin().expiredToken("t1", "wren", "admin"),
                    "Bearer " + twin().foreignToken("t1", "wren", "admin"),
                    "Basic d3Jlbjp3cmVu",
                    "")) {
                var headers = Map.of("content-type", "application/json", "authorization", token);
                var refused = reader.send("POST", door.path(), headers, Client.json(door.question("Why?")));
                door.assertRefused(401, kinds.get(door), refused);
                assertEquals("Bearer", refused.header("www-authenticate").orElseThrow());
            }
        }
    }

    @Test
    default void a_body_that_is_far_too_large_is_refused_in_each_doors_words() throws Exception {
        var kinds = Map.of(
                OtherDoor.OPENAI, "too_large",
                OtherDoor.MCP, "urn:kb:problem:too-large",
                OtherDoor.APP, "too-large");
        for (var door : OtherDoor.values())
            door.assertRefused(413, kinds.get(door), post(as("user"), door, door.question("x".repeat(2_000_000))));
    }

    @Test
    default void a_question_that_is_too_long_is_refused_in_each_doors_words() throws Exception {
        var reader = as("user");
        var longest = "x".repeat(10_001);
        OtherDoor.OPENAI.assertRefused(
                400, "invalid", post(reader, OtherDoor.OPENAI, OtherDoor.OPENAI.question(longest)));
        var told = post(reader, OtherDoor.MCP, OtherDoor.MCP.question(longest))
                .json()
                .get("result");
        assertTrue(told.get("isError").booleanValue(), told::toString);
        assertTrue(told.at("/content/0/text").textValue().contains("question"), told::toString);
        var app = post(reader, OtherDoor.APP, OtherDoor.APP.question(longest));
        assertEquals(422, app.status(), app::text);
        assertEquals("string_too_long", app.json().at("/detail/0/type").textValue());
    }

    /** Each field of a question, with a value of another type. */
    @Test
    default void values_of_other_types_are_refused_and_break_nothing() throws Exception {
        var reader = as("user");
        for (var door : OtherDoor.values()) {
            for (var field : door.question("Why?").keySet()) {
                for (var wrong : List.of(7, true, List.of(List.of()), Map.of("a", 1))) {
                    var body = new TreeMap<>(door.question("Why?"));
                    body.put(field, wrong);
                    if (field.equals("id") && wrong.equals(7)) continue;
                    var reply = post(reader, door, body);
                    assertRefused(door, field + " = " + wrong, reply);
                }
            }
        }
    }

    private static void assertRefused(OtherDoor door, String what, FrontEnd.Reply reply) throws Exception {
        var said = what + ": " + reply.text();
        assertTrue(reply.status() < 500, said);
        var json = reply.json();
        switch (door) {
            case OPENAI -> {
                assertEquals(400, reply.status(), said);
                assertEquals("invalid", json.at("/error/code").textValue(), said);
                assertTrue(json.at("/error/param").isTextual(), said);
            }
            case MCP ->
                assertTrue(
                        List.of(-32600, -32602).contains(json.at("/error/code").intValue()), said);
            case APP -> {
                assertEquals(422, reply.status(), said);
                assertEquals("string_type", json.at("/detail/0/type").textValue(), said);
            }
        }
    }
}
