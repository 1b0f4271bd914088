package kb.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import kb.App;
import kb.Production;
import kb.config.Config;
import kb.http.Bytes;
import kb.http.Headers;
import kb.http.Request;
import kb.jwt.DevelopmentToken;
import kb.jwt.Role;
import kb.jwt.Secret;
import kb.people.Tenant;
import kb.queue.Deliveries;
import kb.queue.MessageQueue;
import kb.store.Sha256;

/** One round: somebody of a tenant of their own uploads, asks, and takes everything away again. */
final class Scene {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION = "When does the ferry leave the harbour?";
    private static final Duration TIME = Duration.ofMinutes(1);
    private static final MessageQueue NOWHERE = new Nowhere();

    private final App app;
    private final StandIns standIns;
    private final Rehearsal.Front front;
    private final int round;
    private final String token;
    private final Deliveries deliveries;
    private final Map<String, String> names = new HashMap<>(Map.of("page", "1"));
    private final Map<String, Integer> answered = new LinkedHashMap<>();
    private final Map<String, Integer> rest = new LinkedHashMap<>();

    private record Nowhere() implements MessageQueue {
        @Override
        public boolean post(String message, Duration delay) {
            return true;
        }

        @Override
        public boolean isBehind() {
            return false;
        }
    }

    Scene(App app, Config config, StandIns standIns, Rehearsal.Front front, int round) {
        this.app = app;
        this.standIns = standIns;
        this.front = front;
        this.round = round;
        var clock = Clock.systemUTC();
        var rules = Production.rules(config.tokens(), () -> Secret.of(standIns.signingSecret), clock);
        var tenant = new Tenant("rehearsal-" + round);
        this.token = new DevelopmentToken("nobody", "Nobody", Role.ADMIN, tenant, TIME.multipliedBy(10))
                .sign(rules, clock.instant());
        var background = app.background();
        this.deliveries = new Deliveries(background.worker(), background.uploads()::arrived, NOWHERE, System::nanoTime);
    }

    Rehearsal.Played play() {
        for (var target : new String[] {"/", "/health", "/health/ready", "/openapi.json", "/me", "/usage"})
            send("GET", target);
        uploaded();
        announced();
        read();
        asked();
        theRest(false);
        send("DELETE", "/chats/{chat_id}");
        send("DELETE", "/chats");
        send("DELETE", "/documents/{document_id}");
        theRest(true);
        return new Rehearsal.Played(answered, rest);
    }

    private void uploaded() {
        var form = "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"ferry.pdf\"\r\n"
                + "content-type: application/pdf\r\n\r\n%s\r\n--b--\r\n".formatted(pdf("form"));
        var made = send("POST", "/documents", "multipart/form-data; boundary=b", form);
        names.put("document_id", made.path("document_id").asText());
        send("POST", "/documents/{document_id}/retry");
        delivered();
    }

    private void announced() {
        var pdf = pdf("announced").getBytes(StandardCharsets.ISO_8859_1);
        var upload = sendJson(
                "POST",
                "/documents/uploads",
                Map.of("filename", "timetable.pdf", "size_bytes", pdf.length, "sha256", Sha256.hex(pdf)));
        var first = names.put("document_id", upload.path("document_id").asText());
        standIns.files.put(URI.create(upload.path("url").asText("/none")).getPath(), pdf);
        send("POST", "/documents/uploads/{document_id}/complete");
        delivered();
        send("DELETE", "/documents/{document_id}");
        delivered();
        names.put("document_id", first);
    }

    /** A file that nobody else has. */
    private String pdf(String name) {
        return "%PDF-1.7\n% " + name + HexFormat.of().toHexDigits(round) + "\n%%EOF";
    }

    private void delivered() {
        for (var message : standIns.queue.taken()) deliveries.take("rehearsal", message, "rehearsal", TIME);
    }

    private void read() {
        send("GET", "/documents");
        send("GET", "/documents/{document_id}");
        sendJson("PATCH", "/documents/{document_id}", Map.of("title", "Ferries", "tags", new String[] {"sea"}));
        for (var part : new String[] {"versions", "content", "chunks", "coverage", "outline"})
            send("GET", "/documents/{document_id}/" + part);
        sendJson("POST", "/search", Map.of("query", QUESTION));
    }

    private void asked() {
        names.put("chat_id", send("POST", "/chats").path("chat_id").asText());
        var question = Map.of("message", QUESTION);
        var answer = sendJson("POST", "/chats/{chat_id}/messages", question);
        names.put("message_id", answer.path("message_id").asText());
        send("POST", "/chats/{chat_id}/messages", "application/json", json(question), "text/event-stream");
        send("GET", "/chats");
        send("GET", "/chats/{chat_id}");
        sendJson("PATCH", "/chats/{chat_id}", Map.of("title", "Ferries"));
        send("GET", "/chats/{chat_id}/messages");
        send("GET", "/chats/{chat_id}/export");
        sendJson("PUT", "/chats/{chat_id}/messages/{message_id}/feedback", Map.of("rating", "up"));
    }

    /** Rows that nothing above asks for, as far as one comes without knowing what they want. */
    private void theRest(boolean deletions) {
        for (var route : app.router().table()) {
            var method = route.method().name();
            var row = method + " " + route.path();
            if (answered.containsKey(row) || method.equals("DELETE") != deletions) continue;
            sendJson(method, route.path(), Map.of());
            rest.put(row, answered.remove(row));
        }
    }

    private JsonNode send(String method, String target) {
        return send(method, target, "", "");
    }

    private JsonNode sendJson(String method, String target, Map<String, ?> body) {
        return send(method, target, "application/json", json(body));
    }

    private JsonNode send(String method, String target, String mediaType, String body) {
        return send(method, target, mediaType, body, "application/json");
    }

    private JsonNode send(String method, String route, String mediaType, String body, String accept) {
        var headers = new HashMap<>(Map.of("authorization", "Bearer " + token, "accept", accept));
        if (!mediaType.isEmpty()) headers.put("content-type", mediaType);
        var path = route;
        for (var name : names.entrySet()) path = path.replace("{" + name.getKey() + "}", name.getValue());
        var answer = front.send(app.router(), new Request(method, path, "", Headers.of(headers), Bytes.ofText(body)));
        answered.merge(method + " " + route, answer.status(), Math::max);
        try {
            return answer.text().startsWith("{") ? JSON.readTree(answer.text()) : JSON.nullNode();
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static String json(Map<String, ?> body) {
        return JSON.valueToTree(body).toString();
    }
}
