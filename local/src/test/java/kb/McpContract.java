package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Model Context Protocol as its requests and responses. */
public interface McpContract extends Contract {
    Map<String, String> MCP_HEADERS = Map.of(
            "content-type", "application/json",
            "accept", "application/json, text/event-stream",
            "mcp-protocol-version", "2025-11-25");

    private static FrontEnd.Reply mcp(Client client, String message) throws Exception {
        return client.send("POST", "/mcp", MCP_HEADERS, message.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode tool(Client client, String name, Map<String, ?> arguments) throws Exception {
        var message = Map.of(
                "jsonrpc",
                "2.0",
                "id",
                7,
                "method",
                "tools/call",
                "params",
                Map.of("name", name, "arguments", arguments));
        var reply = client.send("POST", "/mcp", MCP_HEADERS, Client.json(message));
        assertEquals(200, reply.status(), reply::text);
        assertEquals(7, reply.json().get("id").intValue());
        return reply.json().get("result");
    }

    @Test
    default void versions_are_agreed_on() throws Exception {
        var versions = Map.of(
                "2025-11-25", "2025-11-25",
                "2025-06-18", "2025-06-18",
                "2024-11-05", "2025-11-25",
                "2099-01-01", "2025-11-25");
        for (var version : versions.entrySet()) {
            var result = mcp(as("user"), """
                    {"jsonrpc": "2.0", "id": "a", "method": "initialize", "params": {"protocolVersion": "%s"}}""".formatted(version.getKey())).json();
            assertEquals("a", result.get("id").textValue());
            assertEquals(
                    version.getValue(), result.at("/result/protocolVersion").textValue());
            assertEquals(
                    "{\"listChanged\":false}",
                    result.at("/result/capabilities/tools").toString());
        }
    }

    @Test
    default void what_needs_no_answer_is_taken() throws Exception {
        for (var message : List.of(
                "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}}")) {
            var reply = mcp(as("user"), message);
            assertEquals(202, reply.status(), reply::text);
            assertEquals("", reply.text());
        }
        assertEquals(
                "{}",
                mcp(as("user"), "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}")
                        .json()
                        .get("result")
                        .toString());
    }

    @Test
    default void the_tools_answer_from_the_documents() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("guide.pdf", Pdfs.of("Nothing of interest.", ApiContract.GUIDE));

        var answer = tool(writer, "ask", Map.of("question", "How much does a lost card cost?"));
        assertFalse(answer.get("isError").booleanValue());
        var citation = answer.at("/structuredContent/citations/0");
        assertEquals(
                "The fee for a lost card is four euros and fifty cents.",
                citation.get("quote").textValue());
        assertEquals(2, citation.get("page").intValue());
        assertTrue(answer.at("/content/0/text").textValue().contains(citation.toString()));

        var found = tool(writer, "search", Map.of("query", "lost card", "limit", 1));
        assertEquals(id, found.at("/structuredContent/passages/0/document_id").textValue());
        var listed = tool(writer, "list_documents", Map.of("filename", "guide"));
        assertEquals(id, listed.at("/structuredContent/items/0/document_id").textValue());
        var page =
                tool(writer, "read_page", Map.of("document_id", id, "page", 2)).get("structuredContent");
        assertEquals(2, page.get("pages").intValue());
        assertTrue(page.get("text").textValue().contains("The fee for a lost card"), page::toString);
        assertEquals(0, writer.get("/chats").json().get("items").size());
    }

    @Test
    default void what_the_documents_do_not_say_is_not_answered_through_a_tool_either() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var answer = tool(writer, "ask", Map.of("question", "What is the boiling point of tungsten?"));
        assertEquals("not_in_documents", answer.at("/structuredContent/status").textValue());
        assertEquals("[]", answer.at("/structuredContent/citations").toString());
    }

    @Test
    default void a_tool_called_wrongly_says_what_was_wrong_to_the_model() throws Exception {
        var reader = as("user");
        var nobodys = "00000000-0000-7000-8000-000000000000";
        var complaints = Map.of(
                Map.entry("search", Map.of("limit", 0)), "query is required",
                Map.entry("ask", Map.of("question", "?", "mood", "good")), "mood is not known here",
                Map.entry("list_documents", Map.of("status", "odd")), "status must be one of",
                Map.entry("read_page", Map.of("document_id", nobodys)), "no document " + nobodys);
        for (var wrong : complaints.entrySet()) {
            var result = tool(reader, wrong.getKey().getKey(), wrong.getKey().getValue());
            assertTrue(result.get("isError").booleanValue(), result::toString);
            assertTrue(result.at("/content/0/text").textValue().contains(wrong.getValue()), result::toString);
        }
    }

    @Test
    default void a_tool_shows_nothing_of_another_tenant() throws Exception {
        var id = as("manager").uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var stranger = as("admin");
        assertTrue(tool(stranger, "read_page", Map.of("document_id", id))
                .get("isError")
                .booleanValue());
        assertEquals(
                "{\"items\":[],\"next_cursor\":null}",
                tool(stranger, "list_documents", Map.of())
                        .get("structuredContent")
                        .toString());
        assertEquals(
                0,
                tool(stranger, "search", Map.of("query", "lost card"))
                        .at("/structuredContent/passages")
                        .size());
    }

    @Test
    default void errors_are_those_of_json_rpc() throws Exception {
        var reader = as("user");
        assertError(200, -32601, mcp(reader, "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"prompts/list\"}"));
        assertError(
                200,
                -32602,
                mcp(
                        reader,
                        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"rm\"}}"));
        assertError(400, -32600, mcp(reader, "[{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}]"));
        assertError(400, -32600, mcp(reader, "{\"id\": 1, \"method\": \"ping\"}"));
        assertError(400, -32600, mcp(reader, "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": 7}"));
        assertError(400, -32600, mcp(reader, "{\"jsonrpc\": \"2.0\", \"id\": 1}"));
        assertError(
                400, -32600, mcp(reader, "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\", \"params\": []}"));
        assertError(400, -32600, mcp(reader, "{\"jsonrpc\": \"2.0\", \"id\": null, \"method\": \"ping\"}"));
        assertError(400, -32700, mcp(reader, "{\"jsonrpc\": "));
        assertError(415, -32600, reader.send("POST", "/mcp"));
        assertError(405, -32600, reader.get("/mcp"));
        assertEquals(
                "OPTIONS, POST", reader.send("DELETE", "/mcp").header("allow").orElseThrow());
        var older = Map.of("content-type", "application/json", "mcp-protocol-version", "2024-11-05");
        var ping = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}".getBytes(StandardCharsets.UTF_8);
        assertError(400, -32600, reader.send("POST", "/mcp", older, ping));
        var page = Map.of("content-type", "application/json", "origin", "https://elsewhere.example");
        assertError(403, -32600, reader.send("POST", "/mcp", page, ping));
        var ours = Map.of("content-type", "application/json", "origin", HttpContract.ORIGIN);
        assertEquals(200, reader.send("POST", "/mcp", ours, ping).status());
    }

    @Test
    default void without_a_token_nobody_enters_and_the_id_comes_back() throws Exception {
        var ping = "{\"jsonrpc\": \"2.0\", \"id\": 9, \"method\": \"ping\"}".getBytes(StandardCharsets.UTF_8);
        var json = Map.of("content-type", "application/json");
        var refused = frontEnd().send(new FrontEnd.Call("POST", "/mcp", json, ping));
        assertError(401, -32000, refused);
        assertEquals(9, refused.json().get("id").intValue());
        assertEquals("Bearer", refused.header("www-authenticate").orElseThrow());
        assertEquals(
                "urn:kb:problem:unauthenticated",
                refused.json().at("/error/data/type").textValue());
    }

    private static void assertError(int status, int code, FrontEnd.Reply reply) throws Exception {
        assertEquals(status, reply.status(), reply::text);
        assertEquals(code, reply.json().at("/error/code").intValue(), reply::text);
        assertFalse(reply.json().at("/error/message").textValue().isBlank());
    }
}
