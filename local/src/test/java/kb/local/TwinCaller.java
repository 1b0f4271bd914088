package kb.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Predicate;

/** Calls a twin in another process, as the administrator that it names when it starts. */
public record TwinCaller(TwinProcess twin) {
    public JsonNode get(String target) throws Exception {
        return send(to(target));
    }

    public JsonNode post(String target, String json) throws Exception {
        return send(to(target).header("content-type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** @return the document's id */
    public String upload(String filename, byte[] pdf) throws Exception {
        var request = to("/documents?filename=" + filename).header("content-type", "application/pdf");
        var document = send(request.POST(BodyPublishers.ofByteArray(pdf)));
        return document.get("document_id").textValue();
    }

    /** The document once nobody works on it any more. */
    public JsonNode finished(String document) throws Exception {
        return once(document, state -> List.of("ready", "failed")
                .contains(state.get("status").textValue()));
    }

    /** The document once it is as wanted; the test's own timeout ends the waiting. */
    public JsonNode once(String document, Predicate<JsonNode> wanted) throws Exception {
        while (true) {
            var state = get("/documents/" + document);
            if (wanted.test(state)) return state;
        }
    }

    private HttpRequest.Builder to(String target) {
        return HttpRequest.newBuilder(twin.address().resolve(target))
                .header("accept", "application/json")
                .header("authorization", "Bearer " + twin.token());
    }

    private static JsonNode send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return new ObjectMapper()
                    .readTree(
                            http.send(request.build(), BodyHandlers.ofString()).body());
        }
    }
}
