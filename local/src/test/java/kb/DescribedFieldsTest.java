package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kb.Description.Operation;
import kb.lambda.HttpEntry;
import org.junit.jupiter.api.Test;

/**
 * openapi.json has the query parameters and the fields of bodies that are read, each with its bounds.
 *
 * <p>Who reads them tells: an unknown field is refused with the list of those that are known, a wrong value by its name.
 */
class DescribedFieldsTest {
    private static final String NOBODY_KNOWS = "nobody_knows_this";

    private final Description description = Description.read();
    private final TestTwin twin = TestTwin.shared();
    private final Client admin = new Client(
            new LambdaEvents(new HttpEntry(twin.app().router())), twin, "tenant-" + twin.next(), "wren", "admin");

    @Test
    void query_parameters_are_described_and_no_others() throws Exception {
        for (var operation : description.ours()) {
            var read = new TreeSet<String>();
            for (var type : List.of("application/json", "application/pdf", "multipart/form-data")) {
                read.addAll(known(send(operation, NOBODY_KNOWS + "=1", type, new byte[0]), NOBODY_KNOWS));
            }
            assertEquals(names(description.queryParameters(operation)), read, operation::toString);
        }
    }

    @Test
    void fields_of_bodies_are_described_and_no_others() throws Exception {
        for (var operation : description.ours()) {
            var refused = json(operation, Map.of(NOBODY_KNOWS, 1));
            var described = description.body(operation).map(DescribedFieldsTest::properties);
            assertEquals(described.orElse(Set.of()), known(refused, NOBODY_KNOWS), operation::toString);
            if (described.isEmpty()) continue;
            for (var name : described.get()) {
                var nested = description.resolved(description
                        .body(operation)
                        .orElseThrow()
                        .get("properties")
                        .get(name));
                if (!nested.has("properties")) continue;
                var inside = json(operation, Map.of(name, Map.of(NOBODY_KNOWS, 1)));
                assertEquals(properties(nested), known(inside, name + "." + NOBODY_KNOWS), operation::toString);
            }
        }
    }

    @Test
    void the_idempotency_key_is_described_where_it_is_read() throws Exception {
        for (var operation : description.ours()) {
            var parameter = StreamSupport.stream(
                            operation.json().path("parameters").spliterator(), false)
                    .filter(one -> one.get("in").textValue().equals("header"))
                    .findFirst();
            for (var key : List.of("a b", "k".repeat(256))) {
                var reply = send(operation, "", Map.of("idempotency-key", key), new byte[0]);
                assertEquals(parameter.isPresent(), complaints(reply).containsKey("idempotency-key"), key);
                parameter.ifPresent(one -> assertFalse(fits(one.get("schema"), key), key));
            }
        }
    }

    private static boolean fits(JsonNode schema, String text) {
        return text.length() <= schema.get("maxLength").intValue()
                && text.matches(schema.get("pattern").textValue());
    }

    @Test
    void query_parameters_have_the_bounds_they_are_described_with() throws Exception {
        for (var operation : description.ours()) {
            for (var parameter : description.queryParameters(operation)) {
                var name = parameter.get("name").textValue();
                var bounds = new Bounds(description.resolved(parameter.get("schema")));
                for (var wrong : bounds.wrong()) assertTrue(refuses(operation, name, wrong), operation + " " + wrong);
                if (name.equals("cursor")) continue; // those that are right come from lists
                for (var right : bounds.right()) assertFalse(refuses(operation, name, right), operation + " " + right);
            }
        }
    }

    @Test
    void fields_of_bodies_have_the_bounds_they_are_described_with() throws Exception {
        for (var operation : description.ours()) {
            var schema = description.body(operation);
            if (schema.isEmpty()) continue;
            for (var required : schema.get().get("required")) {
                var without = json(operation, Map.of());
                assertTrue(complaints(without).containsKey(required.textValue()), operation::toString);
            }
            bounds(operation, schema.get(), "");
        }
    }

    private void bounds(Operation operation, JsonNode schema, String prefix) throws Exception {
        for (var property : schema.get("properties").properties()) {
            var name = prefix + property.getKey();
            var inside = description.resolved(property.getValue());
            if (inside.has("properties")) bounds(operation, inside, name + ".");
            var bounds = new Bounds(inside);
            for (var wrong : bounds.wrong()) {
                var refused = complaints(json(operation, nested(name, wrong)));
                assertTrue(refused.containsKey(name), () -> operation + " takes " + name + ": " + wrong);
            }
            for (var right : bounds.right()) {
                var answer = complaints(json(operation, nested(name, right)));
                assertFalse(answer.containsKey(name), () -> operation + ": " + answer);
            }
        }
    }

    /** {@code a.b} as an object in an object. */
    private static ObjectNode nested(String name, JsonNode value) {
        var parts = name.split("\\.", 2);
        var object = JsonNodeFactory.instance.objectNode();
        return object.set(parts[0], parts.length == 1 ? value : nested(parts[1], value));
    }

    private boolean refuses(Operation operation, String name, JsonNode value) throws Exception {
        var values = value.isArray() ? value.valueStream() : Stream.of(value);
        var query = values.map(one -> name + "=" + URLEncoder.encode(one.asText(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return complaints(send(operation, query, "application/pdf", new byte[0]))
                .containsKey(name);
    }

    private FrontEnd.Reply json(Operation operation, Object body) throws Exception {
        return send(operation, "", "application/json", new ObjectMapper().writeValueAsBytes(body));
    }

    private FrontEnd.Reply send(Operation operation, String query, String type, byte[] body) throws Exception {
        return send(operation, query, Map.of("content-type", type), body);
    }

    private FrontEnd.Reply send(Operation operation, String query, Map<String, String> headers, byte[] body)
            throws Exception {
        var path = operation.path().replaceAll("\\{[a-z_]+}", "00000000-0000-7000-8000-000000000000");
        return admin.send(operation.method(), path + "?" + query, headers, body);
    }

    /** What a refusal says is known besides the field it refuses. */
    private static Set<String> known(FrontEnd.Reply reply, String refused) throws Exception {
        var message = complaints(reply).getOrDefault(refused, "");
        var list = message.split("known are: ", 2);
        return list.length == 1 ? Set.of() : new TreeSet<>(List.of(list[1].split(", ")));
    }

    private static Map<String, String> complaints(FrontEnd.Reply reply) throws Exception {
        if (reply.status() != 422) return Map.of();
        return StreamSupport.stream(reply.json().path("violations").spliterator(), false)
                .collect(Collectors.toMap(
                        violation -> violation.get("field").textValue(),
                        violation -> violation.get("message").textValue(),
                        (first, _) -> first));
    }

    private static Set<String> names(List<JsonNode> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.get("name").textValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> properties(JsonNode schema) {
        return schema.get("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
