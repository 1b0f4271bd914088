package kb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What openapi.json says of the API. */
final class Description {
    private final JsonNode root;

    private Description(JsonNode root) {
        this.root = root;
    }

    static Description read() {
        try (var resource = App.class.getResourceAsStream("/kb/openapi.json")) {
            return new Description(new ObjectMapper().readTree(resource));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    JsonNode root() {
        return root;
    }

    /** @param path as in the route table */
    record Operation(String method, String path, JsonNode json) {
        boolean takes(String other) {
            return other.matches(path.replaceAll("\\{[a-z_]+}", "[^/]+"));
        }

        /** Whether it is ours and no other door's, whose words are others. */
        boolean isOurs() {
            return !json.has("x-dialect");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        root.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(verb -> operations.add(
                        new Operation(verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue()))));
        return operations;
    }

    Operation operation(String method, String path) {
        return operations().stream()
                .filter(operation ->
                        operation.method().equals(method) && operation.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not described: " + method + " " + path));
    }

    /** Those that read fields and complain of them as ours do. */
    List<Operation> ours() {
        return operations().stream().filter(Operation::isOurs).toList();
    }

    /** What is said where a path has no such method: in the words of its others. */
    JsonNode elsewhere(String path) {
        return operations().stream()
                .filter(operation -> operation.takes(path))
                .findFirst()
                .map(operation -> resolved(operation.json().at("/responses/default")))
                .orElseGet(() -> root.at("/components/responses/Problem"));
    }

    /** The operation that a request reaches; a path parameter takes any one segment. */
    Optional<Operation> reached(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> operation.takes(path))
                .findFirst();
    }

    /** The node itself, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").textValue();
        return reference == null ? node : root.at(reference.substring(1));
    }

    List<JsonNode> queryParameters(Operation operation) {
        var parameters = new ArrayList<JsonNode>();
        for (var parameter : operation.json().path("parameters")) {
            if (parameter.get("in").textValue().equals("query")) parameters.add(parameter);
        }
        return parameters;
    }

    /** The schema of a body of JSON; empty when none is taken. */
    Optional<JsonNode> body(Operation operation) {
        var schema = operation.json().at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(resolved(schema));
    }
}
