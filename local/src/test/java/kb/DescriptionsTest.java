package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kb.http.Access;
import org.junit.jupiter.api.Test;

/** What describes the API is equal to its route table. */
class DescriptionsTest {
    private final Set<String> served = TestTwin.shared().app().router().table().stream()
            .map(route -> route.method() + " " + route.path())
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void openapi_has_every_route_and_no_other() throws IOException {
        var described = new TreeSet<String>();
        openApi().get("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertEquals(served, described);
    }

    @Test
    void openapi_says_which_routes_are_public() throws IOException {
        for (var route : TestTwin.shared().app().router().table()) {
            var operation = openApi()
                    .get("paths")
                    .get(route.path())
                    .get(route.method().name().toLowerCase(Locale.ROOT));
            assertEquals(route.access() == Access.PUBLIC, operation.has("security"), route.path());
        }
    }

    @Test
    void the_postman_collection_has_every_route_and_no_other() throws IOException {
        var collection = Path.of("..", "postman", "knowledge-base.postman_collection.json");
        var described = new TreeSet<String>();
        collect(new ObjectMapper().readTree(collection.toFile()).get("item"), described);
        assertEquals(served, described);
    }

    private static void collect(JsonNode items, Set<String> described) {
        for (var item : items) {
            if (item.has("item")) {
                collect(item.get("item"), described);
            } else {
                var path = new StringBuilder();
                for (var segment : item.get("request").get("url").get("path"))
                    path.append('/').append(segment.textValue());
                var route = path.isEmpty() ? "/" : path.toString().replaceAll(":([a-z_]+)", "{$1}");
                described.add(item.get("request").get("method").textValue() + " " + route);
            }
        }
    }

    private static JsonNode openApi() throws IOException {
        try (var resource = App.class.getResourceAsStream("/kb/openapi.json")) {
            return new ObjectMapper().readTree(resource);
        }
    }
}
