package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A person with a token who uses a twin in another process. */
public final class TwinClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRY_AGAIN = 503;
    private static final int PATIENT = 12;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String token;
    private final int attempts;

    public TwinClient(URI address, String token) {
        this(address, token, 1);
    }

    private TwinClient(URI address, String token, int attempts) {
        this.address = address;
        this.token = token;
        this.attempts = attempts;
    }

    /** One who comes back when asked to, as a busy machine may do. */
    public static TwinClient patient(URI address, String token) {
        return new TwinClient(address, token, PATIENT);
    }

    public HttpResponse<byte[]> send(String method, String target, String mediaType, byte[] body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(target))
                .header("authorization", "Bearer " + token)
                .header("content-type", mediaType)
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        var response = http.send(request, BodyHandlers.ofByteArray());
        for (int attempt = 1; attempt < attempts && response.statusCode() == TRY_AGAIN; attempt++)
            response = http.send(request, BodyHandlers.ofByteArray());
        return response;
    }

    public JsonNode get(String target) throws IOException, InterruptedException {
        return json(send("GET", target, "application/json", new byte[0]), 200);
    }

    public JsonNode post(String target, Map<String, ?> body, int status) throws IOException, InterruptedException {
        return json(send("POST", target, "application/json", JSON.writeValueAsBytes(body)), status);
    }

    private static JsonNode json(HttpResponse<byte[]> response, int status) throws IOException {
        assertEquals(status, response.statusCode(), () -> new String(response.body()));
        return JSON.readTree(response.body());
    }

    /** Uploads, over a document of that name if there is one, and returns the id. */
    public String upload(String filename, byte[] pdf) throws IOException, InterruptedException {
        var target = "/documents?replace=true&filename=" + filename;
        return json(send("POST", target, "application/pdf", pdf), 202)
                .get("document_id")
                .textValue();
    }

    public String uploaded(String filename, byte[] pdf) throws IOException, InterruptedException {
        var id = upload(filename, pdf);
        assertEquals("ready", finished(id).get("status").textValue());
        return id;
    }

    /** The document once nobody works on it any more. */
    public JsonNode finished(String id) throws IOException, InterruptedException {
        while (true) {
            var document = get("/documents/" + id);
            if (List.of("ready", "failed").contains(document.get("status").textValue())) return document;
        }
    }

    /** Erased, or still to be finished by itself. */
    public void delete(String id) throws IOException, InterruptedException {
        var response = send("DELETE", "/documents/" + id, "application/json", new byte[0]);
        assertTrue(List.of(200, 202).contains(response.statusCode()), () -> new String(response.body()));
    }

    /** All of them, superseded ones too. */
    public List<JsonNode> documents() throws IOException, InterruptedException {
        return all("/documents?superseded=true&limit=100");
    }

    /** A list to its end. @param target with a query */
    public List<JsonNode> all(String target) throws IOException, InterruptedException {
        var all = new ArrayList<JsonNode>();
        for (var next = target; next != null; ) {
            var page = get(next);
            page.get("items").forEach(all::add);
            var cursor = page.get("next_cursor");
            next = cursor.isNull() ? null : target + "&cursor=" + cursor.textValue();
        }
        return all;
    }

    List<String> found(String query) throws IOException, InterruptedException {
        var found = new ArrayList<String>();
        for (var passage : post("/search", Map.of("query", query), 200).get("passages"))
            found.add(passage.get("document_id").textValue());
        return found;
    }

    public JsonNode ask(String chat, String question) throws IOException, InterruptedException {
        return post("/chats/" + chat + "/messages", Map.of("message", question), 200);
    }

    public String chat() throws IOException, InterruptedException {
        return post("/chats", Map.of(), 201).get("chat_id").textValue();
    }

    @Override
    public void close() {
        http.close();
    }
}
