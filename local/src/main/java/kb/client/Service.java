package kb.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** A running service, asked as one person; a request that is refused for the moment is sent again when the answer says so. */
public final class Service implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Longer than any route may take, and enough for 200 MB over 6 Mbit/s. */
    private static final Duration TO_ANSWER = Duration.ofMinutes(5);

    /** Those that the JDK's client sets itself. */
    private static final Set<String> ITS_OWN = Set.of("host", "content-length");

    private static final String STREAM = "text/event-stream";
    private static final int REQUEST_TIMEOUT = 408;

    private final URI address;
    private final String token;
    private final Persistence persistence;

    /** How a wait is spent; the reason is for whoever looks on. */
    @FunctionalInterface
    public interface Pauses {
        void pause(Duration length, String why);
    }

    public Service(URI address, String token, Pauses pauses) {
        this(address, token, Patience.USUAL, pauses);
    }

    Service(URI address, String token, Patience patience, Pauses pauses) {
        this.address = URI.create(address.toString().replaceAll("/+$", ""));
        this.token = token;
        this.persistence = new Persistence(this.address, patience, pauses);
    }

    public URI address() {
        return address;
    }

    record Reply(int status, JsonNode json) {}

    JsonNode get(String target) {
        return expect(send("GET", target, "application/json", BodyPublishers.noBody()), 200);
    }

    JsonNode post(String target, Map<String, ?> body) {
        return expect(posted(target, body), 200, 201, 202);
    }

    Reply posted(String target, Map<String, ?> body) {
        return send("POST", target, "application/json", json(body));
    }

    /** The same answer, told while it is made. One whose telling breaks off is asked for again, whole: it may be there by now. */
    Reply told(String target, Map<String, ?> body, Consumer<String> listener) {
        var key = UUID.randomUUID().toString();
        var request = request("POST", target, "application/json", json(body), key)
                .setHeader("accept", STREAM + ", application/json");
        var response = persistence.answered(request.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200
                || response.headers()
                        .firstValue("content-type")
                        .filter(type -> type.startsWith(STREAM))
                        .isEmpty()) return new Reply(response.statusCode(), read(whole(response.body())));
        return new ToldAnswer(listener)
                .read(response.body())
                .map(message -> new Reply(200, message))
                .orElseGet(() -> sent(request("POST", target, "application/json", json(body), key)));
    }

    JsonNode delete(String target) {
        return expect(send("DELETE", target, "application/json", BodyPublishers.noBody()), 200, 202, 204);
    }

    Reply send(String target, Path pdf) {
        return send("POST", target, "application/pdf", file(pdf));
    }

    /** Puts a file where the service said. @return the status; 412 when something lies there already */
    int put(String url, JsonNode headers, Path pdf) {
        var request = HttpRequest.newBuilder(URI.create(url)).PUT(file(pdf)).timeout(TO_ANSWER);
        headers.properties().forEach(header -> {
            if (!ITS_OWN.contains(header.getKey()))
                request.header(header.getKey(), header.getValue().asText());
        });
        return persistence.answered(request.build(), BodyHandlers.discarding()).statusCode();
    }

    static JsonNode expect(Reply reply, int... wanted) {
        for (var status : wanted) if (reply.status() == status) return reply.json();
        throw refused(reply);
    }

    static Refused refused(Reply reply) {
        var type = reply.json().path("type").asText("");
        var detail = reply.json().path("detail").asText("");
        var said = detail.isEmpty() ? "it answered %d".formatted(reply.status()) : detail;
        var complaints = new ArrayList<String>();
        for (var violation : reply.json().path("violations"))
            complaints.add(violation.path("field").asText() + " "
                    + violation.path("message").asText());
        return new Refused(
                reply.status(),
                type.substring(type.lastIndexOf(':') + 1),
                Plain.line(complaints.isEmpty() ? said : String.join("; ", complaints)));
    }

    private Reply send(String method, String target, String mediaType, BodyPublisher body) {
        return sent(request(method, target, mediaType, body, UUID.randomUUID().toString()));
    }

    private Reply sent(HttpRequest.Builder request) {
        var response = persistence.answered(request.build(), BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), read(response.body()));
    }

    /** @param key says of requests that they are one: an answer that gets lost is given again, and nothing is done a second time */
    private HttpRequest.Builder request(
            String method, String target, String mediaType, BodyPublisher body, String key) {
        var request = HttpRequest.newBuilder(URI.create(address + target))
                .header("accept", "application/json")
                .header("authorization", "Bearer " + token)
                .header("content-type", mediaType)
                .timeout(TO_ANSWER)
                .method(method, body);
        return method.equals("POST") ? request.header("idempotency-key", key) : request;
    }

    private static byte[] whole(InputStream body) {
        try (body) {
            return body.readAllBytes();
        } catch (IOException brokenOff) {
            return new byte[0];
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static BodyPublisher json(Map<String, ?> body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BodyPublisher file(Path pdf) {
        try {
            return BodyPublishers.ofFile(pdf);
        } catch (FileNotFoundException gone) {
            throw new Refused(REQUEST_TIMEOUT, "unreadable", "the file cannot be read");
        }
    }

    @Override
    public void close() {
        persistence.close();
    }
}
