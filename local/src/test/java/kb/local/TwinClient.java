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
final class TwinClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String token;

    TwinClient(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    HttpResponse<byte[]> send(String method, String target, String mediaType, byte[] body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(target))
                .header("authorization", "Bearer " + token)
                .header("content-type", mediaType)
                .method(method, BodyPublishers.ofByteArray(body));
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    JsonNode get(String target) throws IOException, InterruptedException {
        return json(send("GET", target, "application/json", new byte[0]), 200);
    }

    JsonNode post(String target, Map<String, ?> body, int status) throws IOException, InterruptedException {
        return json(send("POST", target, "application/json", JSON.writeValueAsBytes(body)), status);
    }

    private static JsonNode json(HttpResponse<byte[]> response, int status) throws IOException {
        assertEquals(status, response.statusCode(), () -> new String(response.body()));
        return JSON.readTree(response.body());
    }

    /** Uploads, over a document of that name if there is one, and returns the id. */
    String upload(String filename, byte[] pdf) throws IOException, InterruptedException {
        var target = "/documents?replace=true&filename=" + filename;
        return json(send("POST", target, "application/pdf", pdf), 202)
                .get("document_id")
                .textValue();
    }

    String uploaded(String filename, byte[] pdf) throws IOException, InterruptedException {
        var id = upload(filename, pdf);
        assertEquals("ready", finished(id).get("status").textValue());
        return id;
    }

    /** The document once nobody works on it any more. */
    JsonNode finished(String id) throws IOException, InterruptedException {
        while (true) {
            var document = get("/documents/" + id);
            if (List.of("ready", "failed").contains(document.get("status").textValue())) return document;
        }
    }

    /** Erased, or still to be finished by itself. */
    void delete(String id) throws IOException, InterruptedException {
        var response = send("DELETE", "/documents/" + id, "application/json", new byte[0]);
        assertTrue(List.of(200, 202).contains(response.statusCode()), () -> new String(response.body()));
    }

    /** All of them, superseded ones too. */
    List<JsonNode> documents() throws IOException, InterruptedException {
        var all = new ArrayList<JsonNode>();
        var target = "/documents?superseded=true&limit=100";
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

    JsonNode ask(String chat, String question) throws IOException, InterruptedException {
        return post("/chats/" + chat + "/messages", Map.of("message", question), 200);
    }

    String chat() throws IOException, InterruptedException {
        return post("/chats", Map.of(), 201).get("chat_id").textValue();
    }

    @Override
    public void close() {
        http.close();
    }
}
