package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

/** A way in that is not ours, with a question as it is asked there and errors as they are told there. */
enum OtherDoor {
    OPENAI("/v1/chat/completions", "/error/code", """
            {"error": {"message": "text", "type": "text", "param": "anything", "code": "text", "passages?": "anything"}}""") {
        @Override
        Map<String, Object> question(String text) {
            return Map.of("model", "knowledge-base", "messages", List.of(Map.of("role", "user", "content", text)));
        }
    },
    MCP("/mcp", "/error/data/type", """
            {"jsonrpc": "=2.0", "id": "anything", "error": {"code": "int", "message": "text",
              "data": {"type": "text", "status": "int", "violations": ["anything"], "passages?": "anything"}}}""") {
        @Override
        Map<String, Object> question(String text) {
            var call = Map.of("name", "ask", "arguments", Map.of("question", text));
            return Map.of("jsonrpc", "2.0", "id", 7, "method", "tools/call", "params", call);
        }
    },
    APP("/chat/message", "/error", "{\"detail\": \"text\", \"error\": \"text\"}") {
        @Override
        Map<String, Object> question(String text) {
            return Map.of("session_id", "00000000-0000-7000-8000-000000000000", "message", text);
        }
    };

    private final String path;
    private final String code;
    private final String shape;

    /** @param code where in an error its kind stands */
    OtherDoor(String path, String code, String shape) {
        this.path = path;
        this.code = code;
        this.shape = shape;
    }

    abstract Map<String, Object> question(String text);

    String path() {
        return path;
    }

    void assertRefused(int status, String kind, FrontEnd.Reply reply) throws Exception {
        assertEquals(status, reply.status(), reply::text);
        assertEquals("application/json", reply.header("content-type").orElse("none"));
        Shape.of(shape).fits(reply.json());
        assertEquals(kind, reply.json().at(code).textValue(), reply::text);
    }
}
