package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A person who uses the API through a front end. */
final class Client {
    private static final String BOUNDARY = "a-boundary-no-pdf-holds";

    private static final String LAST_CHUNK = "data: [DONE]";

    private final FrontEnd frontEnd;
    private final TestTwin twin;
    private final String tenant;
    private final String user;
    private final String role;

    Client(FrontEnd frontEnd, TestTwin twin, String tenant, String user, String role) {
        this.frontEnd = frontEnd;
        this.twin = twin;
        this.tenant = tenant;
        this.user = user;
        this.role = role;
    }

    /** A colleague in the same tenant with the same role. */
    Client named(String other) {
        return new Client(frontEnd, twin, tenant, other, role);
    }

    /** The same person with another role. */
    Client in(String other) {
        return new Client(frontEnd, twin, tenant, user, other);
    }

    /** The same person by another way. */
    Client through(FrontEnd other) {
        return new Client(other, twin, tenant, user, role);
    }

    String tenant() {
        return tenant;
    }

    String token() {
        return twin.token(tenant, user, role);
    }

    FrontEnd.Reply get(String target) throws Exception {
        return send("GET", target);
    }

    FrontEnd.Reply send(String method, String target) throws Exception {
        return send(method, target, Map.of(), new byte[0]);
    }

    FrontEnd.Reply sendJson(String method, String target, Map<String, ?> body) throws Exception {
        return send(method, target, Map.of("content-type", "application/json"), json(body));
    }

    FrontEnd.Reply send(String method, String target, Map<String, String> headers, byte[] body) throws Exception {
        var all = new TreeMap<>(headers);
        all.putIfAbsent("authorization", "Bearer " + token());
        return frontEnd.send(new FrontEnd.Call(method, target, all, body));
    }

    FrontEnd.Reply upload(String filename, byte[] pdf) throws Exception {
        return upload("file", filename, pdf);
    }

    FrontEnd.Reply upload(String part, String filename, byte[] pdf) throws Exception {
        var headers = Map.of("content-type", "multipart/form-data; boundary=" + BOUNDARY);
        return send("POST", "/documents", headers, form(part, filename, pdf));
    }

    static byte[] form(String part, String filename, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        var name = filename.replace("\\", "\\\\").replace("\"", "\\\"");
        out.write(("--" + BOUNDARY + "\r\ncontent-disposition: form-data; name=\"" + part + "\"; filename=\"" + name
                        + "\"\r\ncontent-type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.write(content);
        out.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    FrontEnd.Reply replace(String filename, byte[] pdf) throws Exception {
        var headers = Map.of("content-type", "multipart/form-data; boundary=" + BOUNDARY);
        return send("POST", "/documents?replace=true", headers, form("file", filename, pdf));
    }

    /** Replaces, waits until the new version is ready, and returns it. */
    JsonNode replaced(String filename, byte[] pdf) throws Exception {
        var reply = replace(filename, pdf);
        assertEquals(202, reply.status(), reply::text);
        var document = ready(reply.json().get("document_id").textValue());
        assertEquals("ready", document.get("status").textValue());
        return document;
    }

    /** Which documents a search finds, best first. */
    List<String> found(String query) throws Exception {
        var reply = sendJson("POST", "/search", Map.of("query", query));
        assertEquals(200, reply.status(), reply::text);
        var found = new java.util.LinkedHashSet<String>();
        for (var passage : reply.json().get("passages"))
            found.add(passage.get("document_id").textValue());
        return List.copyOf(found);
    }

    FrontEnd.Reply versions(String id) throws Exception {
        return get("/documents/" + id + "/versions");
    }

    /** Uploads, waits until the document is ready, and returns its id. */
    String uploaded(String filename, byte[] pdf) throws Exception {
        var reply = upload(filename, pdf);
        assertEquals(202, reply.status(), reply::text);
        var id = reply.json().get("document_id").textValue();
        assertEquals("ready", ready(id).get("status").textValue());
        return id;
    }

    /** Likewise, unless the same bytes are there already. */
    String kept(String filename, byte[] pdf) throws Exception {
        var reply = upload(filename, pdf);
        assertTrue(reply.status() == 200 || reply.status() == 202, reply::text);
        var id = reply.json().get("document_id").textValue();
        assertEquals("ready", ready(id).get("status").textValue());
        return id;
    }

    /** The document once nobody works on it any more. */
    JsonNode ready(String id) throws Exception {
        for (var deadline = System.nanoTime() + 60_000_000_000L; System.nanoTime() < deadline; Thread.onSpinWait()) {
            var document = send("GET", "/documents/" + id, Map.of("x-request-id", "waiting"), new byte[0])
                    .json();
            if (List.of("ready", "failed").contains(document.get("status").textValue())) return document;
            Thread.sleep(20);
        }
        throw new AssertionError(
                "not ready within a minute: " + get("/documents/" + id).text());
    }

    String chat() throws Exception {
        var reply = send("POST", "/chats");
        assertEquals(201, reply.status(), reply::text);
        return reply.json().get("chat_id").textValue();
    }

    JsonNode ask(String question) throws Exception {
        return ask(chat(), question);
    }

    JsonNode ask(String chat, String question) throws Exception {
        var reply = sendJson("POST", "/chats/" + chat + "/messages", Map.of("message", question));
        assertEquals(200, reply.status(), reply::text);
        return reply.json();
    }

    /** Asks under a key, for JSON or for events. */
    FrontEnd.Reply ask(String chat, String question, String key, String accept) throws Exception {
        var headers = Map.of("content-type", "application/json", "accept", accept, "idempotency-key", key);
        return send("POST", "/chats/" + chat + "/messages", headers, json(Map.of("message", question)));
    }

    static byte[] json(Object value) throws IOException {
        return new ObjectMapper().writeValueAsBytes(value);
    }

    /** The events of a stream, name and data, without its comments; what has no name is a chunk, up to a last mark. */
    static List<Map.Entry<String, JsonNode>> events(String stream) throws IOException {
        var events = new ArrayList<Map.Entry<String, JsonNode>>();
        for (var block : stream.split("\n\n")) {
            if (block.startsWith(":") || block.equals(LAST_CHUNK)) continue;
            var lines = block.split("\n");
            var name = lines.length == 1 ? "" : lines[0].substring("event: ".length());
            var data = new ObjectMapper().readTree(lines[lines.length - 1].substring("data: ".length()));
            events.add(new SimpleEntry<>(name, data));
        }
        return events;
    }

    /** The chunks of a stream that was told to its end. */
    static List<JsonNode> chunks(String stream) throws IOException {
        assertTrue(stream.endsWith(LAST_CHUNK + "\n\n"), stream);
        return events(stream).stream().map(Map.Entry::getValue).toList();
    }
}
