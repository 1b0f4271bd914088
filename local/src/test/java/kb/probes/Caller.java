package kb.probes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import kb.FrontEnd;

/** A person who does what is allowed, a second after the other. */
record Caller(Controlled app, Map<String, String> headers) {
    /** @throws AssertionError when it was not allowed */
    JsonNode send(String method, String target, Map<String, ?> body) throws Exception {
        var json = body.isEmpty() ? new byte[0] : new ObjectMapper().writeValueAsBytes(body);
        return sent(method, target, body.isEmpty() ? "text/plain" : "application/json", json);
    }

    JsonNode get(String target) throws Exception {
        return send("GET", target, Map.of());
    }

    /** The id of the document. */
    String upload(String filename, String query, byte[] pdf) throws Exception {
        var name = URLEncoder.encode(filename, StandardCharsets.UTF_8);
        return sent("POST", "/documents?filename=" + name + query, "application/pdf", pdf)
                .get("document_id")
                .textValue();
    }

    String chat() throws Exception {
        return send("POST", "/chats", Map.of()).get("chat_id").textValue();
    }

    void ask(String chat, String question) throws Exception {
        send("POST", "/chats/" + chat + "/messages", Map.of("message", question));
    }

    private JsonNode sent(String method, String target, String type, byte[] body) throws Exception {
        app.waitASecond();
        var all = new TreeMap<>(headers);
        all.put("content-type", type);
        all.put("accept", "application/json");
        var reply = app.send(new FrontEnd.Call(method, target, all, body)).reply();
        if (reply.status() >= 300) throw new AssertionError(method + " " + target + ": " + reply.text());
        return reply.json();
    }
}
