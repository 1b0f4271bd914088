package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kb.lambda.HttpEntry;
import kb.weaviate.WeaviateServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In Weaviate lies a collection of the right name with an older schema: told as a problem, and repaired by a reindex. */
@Needs(RealPart.WEAVIATE)
class OlderSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> QUESTION = Map.of("query", "How much is a lost card?");

    private final WeaviateServer weaviate = WeaviateServer.running();

    @TempDir
    Path data;

    private TestTwin twin() {
        return new TestTwin(
                data, Map.of("WEAVIATE_URL", weaviate.address().toString(), "WEAVIATE_API_KEY", WeaviateServer.KEY));
    }

    private static Client client(TestTwin twin) {
        return new Client(new LambdaEvents(new HttpEntry(twin.app().router())), twin, "default", "wren", "manager");
    }

    @Test
    void a_reindex_makes_it_anew_while_nothing_wrong_is_shown() throws Exception {
        var others = collections().keySet();
        String id;
        try (var twin = twin()) {
            id = client(twin).uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        }
        var ours = onlyNew(others);
        replaced(ours, older(collections().get(ours)));

        try (var twin = twin()) {
            var wren = client(twin);
            ApiContract.assertProblem(503, "index-unavailable", wren.sendJson("POST", "/search", QUESTION));
            assertEquals(200, wren.get("/documents/" + id).status());

            var wanted = twin.app().background().migration().again();
            Outage.await(
                    "the new index serves",
                    () -> wren.sendJson("POST", "/search", QUESTION).status() == 200);
            assertEquals(List.of(id), wren.found("How much is a lost card?"));
            assertEquals(Set.of(wanted), twin.app().background().migration().serving());
            Outage.await("the old one is gone", () -> !collections().containsKey(ours));
        }
    }

    private String onlyNew(Set<String> others) throws Exception {
        var found = new HashSet<>(collections().keySet());
        found.removeAll(others);
        assertEquals(1, found.size(), found::toString);
        return found.iterator().next();
    }

    private Map<String, JsonNode> collections() throws Exception {
        var found = new HashMap<String, JsonNode>();
        for (var one : JSON.readTree(sent("GET", "/v1/schema", "")).get("classes"))
            found.put(one.get("class").textValue(), one);
        return found;
    }

    /** As one looked before chunks were found by their sections. */
    private static JsonNode older(JsonNode collection) {
        var properties = ((ArrayNode) collection.get("properties")).elements();
        var before = collection.get("properties").size();
        while (properties.hasNext()) {
            if (List.of("sections", "context")
                    .contains(properties.next().get("name").textValue())) properties.remove();
        }
        assertEquals(before - 2, collection.get("properties").size());
        ((ObjectNode) collection).remove("shardingConfig"); // which the server tells and does not take
        return collection;
    }

    private void replaced(String name, JsonNode collection) throws Exception {
        sent("DELETE", "/v1/schema/" + name, "");
        sent("POST", "/v1/schema", collection.toString());
    }

    private String sent(String method, String path, String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(weaviate.address().resolve(path))
                    .header("authorization", "Bearer " + WeaviateServer.KEY)
                    .header("content-type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer::body);
            return answer.body();
        }
    }
}
