package kb.histories;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kb.App;
import kb.api.Limits;
import kb.api.Within;
import kb.http.Body;
import kb.http.Bytes;
import kb.http.Cors;
import kb.http.Headers;
import kb.http.Request;
import kb.ingest.Shift;
import kb.ingest.WorkQueue;
import kb.masking.Masking;

/** Somebody of a tenant who uses the whole application. */
record Asking(App app, String tenant) {
    static App app(App.Outside outside) {
        return App.of(
                outside,
                new App.Manner(
                        new Limits(100_000, 200_000_000),
                        new Within(Duration.ofSeconds(60)),
                        new Cors(Set.of()),
                        Optional.empty(),
                        false,
                        kb.usage.Tariff.FREE,
                        Masking.NONE));
    }

    JsonNode get(String path, String query) {
        return send("GET", path, query, "application/json", Bytes.NONE);
    }

    JsonNode post(String path, Map<String, ?> body) {
        try {
            var bytes = Bytes.of(new ObjectMapper().writeValueAsBytes(body));
            return send("POST", path, "", "application/json", bytes);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** Uploads and has it read; returns the document's id. */
    String uploaded(String filename, boolean replace, String... pages) {
        var query = "filename=" + filename + "&replace=" + replace;
        var body = Bytes.of(TextReader.pdf(pages));
        var id = send("POST", "/documents", query, "application/pdf", body)
                .get("document_id")
                .textValue();
        var work = new WorkQueue.Work(new kb.people.Tenant(tenant), java.util.UUID.fromString(id));
        app.background().worker().work(work, Shift.endless("worker"));
        return id;
    }

    JsonNode delete(String path) {
        return send("DELETE", path, "", "application/json", Bytes.NONE);
    }

    private JsonNode send(String method, String path, String query, String type, Bytes body) {
        var headers = Map.of("x-tenant", List.of(tenant), "content-type", List.of(type));
        var response = app.router().handle(new Request(method, path, query, new Headers(headers), body));
        var text = ((Body.Text) response.body()).text();
        assertTrue(response.status() < 300, () -> method + " " + path + ": " + response.status() + " " + text);
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
