package kb.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The other doors to the same services: those of OpenAI's clients, of MCP's, and of the replaced service's browser app. */
final class Doors {
    private final Visitor visitor;
    private final StandInQueue queue;

    Doors(Visitor visitor, StandInQueue queue) {
        this.visitor = visitor;
        this.queue = queue;
    }

    /** There is a document already. */
    void askThrough(String question) {
        visitor.get("/v1/models");
        var said = List.of(Map.of("role", "user", "content", question));
        visitor.post("/v1/chat/completions", Map.of("model", "knowledge-base", "messages", said));
        visitor.stream("/v1/chat/completions", Map.of("model", "knowledge-base", "messages", said, "stream", true));
        for (var method : List.of("initialize", "tools/list"))
            mcp(method, Map.of("protocolVersion", "2025-11-25", "capabilities", Map.of()));
        mcp("tools/call", Map.of("name", "search", "arguments", Map.of("query", question)));
        mcp("tools/call", Map.of("name", "ask", "arguments", Map.of("question", question)));
    }

    private void mcp(String method, Map<String, ?> parameters) {
        visitor.post("/mcp", Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", parameters));
    }

    /** @param pdf that is no document yet @param worked does what a message says */
    void shelve(String filename, String pdf, Consumer<String> worked) {
        var parsed = visitor.upload("/pdf/parse-pdf", filename, pdf);
        var chosen = new LinkedHashMap<String, Object>();
        chosen.put("chunks", parsed.path("chunks"));
        chosen.put("source_filename", filename);
        chosen.put("content_hash", parsed.path("content_hash"));
        // the answer tells of a document that is ready, so somebody has to read it meanwhile
        var uploaded = queue.during(worked, () -> visitor.post("/kb/upload-to-kb", chosen));
        visitor.get("/kb/list-kb");
        visitor.name("file_name", filename);
        visitor.get("/kb/document-versions/{file_name}");
        visitor.name("doc_id", uploaded.path("doc_id").asText());
        visitor.delete("/kb/delete/{doc_id}");
    }

    void talk(String question) {
        var begun =
                visitor.post("/chat/session/new", Map.of()).path("session_id").asText();
        visitor.name("session_id", begun);
        visitor.post("/chat/message", Map.of("session_id", begun, "message", question));
        visitor.get("/chat/sessions");
        visitor.get("/chat/session/{session_id}");
        visitor.get("/chat/session/{session_id}/history");
        visitor.send("PATCH", "/chat/session/{session_id}/title", Map.of("title", "Ferries"));
        visitor.get("/chat/session/{session_id}/tokens");
        visitor.get("/chat/user/tokens");
        visitor.get("/chat/quota");
        visitor.delete("/chat/session/{session_id}");
    }
}
