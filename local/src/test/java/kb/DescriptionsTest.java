package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kb.http.Access;
import kb.http.Body;
import kb.http.Bytes;
import kb.http.Dialect;
import kb.http.Headers;
import kb.http.Problem;
import kb.http.Request;
import kb.http.Route;
import kb.outside.Part;
import org.junit.jupiter.api.Test;

/** What describes the API is equal to its route table and to the problems it may answer with. */
class DescriptionsTest {
    private final Description description = Description.read();
    private final List<Route> table = TestTwin.shared().app().router().table();
    private final Set<String> served = table.stream()
            .map(route -> route.method() + " " + route.path())
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void openapi_has_every_route_and_no_other() {
        var described = description.operations().stream()
                .map(Description.Operation::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(served, described);
    }

    @Test
    void openapi_says_which_routes_speak_another_dialect() {
        for (var route : table) {
            var operation = description.operation(route.method().name(), route.path());
            assertEquals(route.dialect() == Dialect.OURS, operation.isOurs(), route.path());
        }
    }

    @Test
    void openapi_says_which_routes_are_public() {
        for (var route : table) {
            var operation = description.operation(route.method().name(), route.path());
            assertEquals(route.access() == Access.PUBLIC, operation.json().has("security"), route.path());
        }
    }

    @Test
    void openapi_says_which_role_a_route_needs() {
        for (var route : table) {
            var text = description
                    .operation(route.method().name(), route.path())
                    .json()
                    .path("description")
                    .asText();
            assertEquals(route.access() == Access.WRITER, text.contains("Needs the role manager."), route.path());
            assertEquals(route.access() == Access.ADMIN, text.contains("Needs the role admin."), route.path());
        }
    }

    @Test
    void openapi_says_which_routes_are_counted() {
        for (var route : table) {
            var responses = description
                    .operation(route.method().name(), route.path())
                    .json()
                    .get("responses");
            assertEquals(route.rate().isPresent(), responses.has("429"), route.path());
            if (route.rate().isPresent()) assertTrue(responses.has("503"), route.path());
            assertEquals(route.access() != Access.PUBLIC, route.rate().isPresent(), route.path());
        }
    }

    @Test
    void openapi_has_every_kind_of_problem_and_no_other() throws Exception {
        var answered = new TreeSet<String>();
        for (var problem : problems()) {
            var response = Dialect.OURS.render(problem, new Request("GET", "/", "", Headers.NONE, Bytes.NONE));
            var json = new ObjectMapper().readTree(((Body.Text) response.body()).text());
            answered.add(json.get("type").textValue());
        }
        var described = new TreeSet<String>();
        var words = new TreeSet<String>();
        description
                .root()
                .at("/components/schemas/Problem/properties/type/enum")
                .forEach(type -> described.add(type.textValue()));
        assertEquals(answered, described);
        description
                .root()
                .at("/components/responses")
                .forEach(response -> words.addAll(
                        List.of(response.get("description").textValue().split("[^a-z-]+"))));
        for (var type : described) {
            var kind = type.substring("urn:kb:problem:".length());
            assertTrue(words.contains(kind), "no response is described to be " + kind);
        }
    }

    /** One of each kind. */
    private static List<Problem> problems() throws ReflectiveOperationException {
        var problems = new ArrayList<Problem>();
        for (var kind : Problem.class.getPermittedSubclasses()) {
            if (kind == Problem.Unavailable.class) continue;
            var maker = kind.getDeclaredConstructors()[0];
            var values = Arrays.stream(maker.getParameterTypes()).map(DescriptionsTest::some);
            problems.add((Problem) maker.newInstance(values.toArray()));
        }
        for (var part : Part.values()) problems.add(new Problem.Unavailable(part.word(), part.title(), 1));
        problems.add(new Problem.Unavailable("server", "server", 1));
        return problems;
    }

    private static Object some(Class<?> type) {
        if (type == String.class) return "some";
        if (type == int.class) return 1;
        if (type == long.class) return 1L;
        if (type == Access.class) return Access.ADMIN;
        if (type == Set.class) return Set.of("GET");
        if (type == List.class) return List.of();
        if (type == Map.class) return Map.of();
        if (type == Problem.class) return new Problem.EmptyFile();
        throw new AssertionError("a problem holds a " + type);
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
}
