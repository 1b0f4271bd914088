package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of a description, read more strictly than by clients: a field that they do not name is wrong. */
final class Schemas {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig FORMATS_COUNT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode components;
    private final Map<JsonNode, JsonSchema> schemas = new ConcurrentHashMap<>();

    Schemas(JsonNode description) {
        this.components = closed(description.get("components").deepCopy());
    }

    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            if (!object.has("additionalProperties")) object.put("additionalProperties", false);
        }
        node.forEach(Schemas::closed);
        return node;
    }

    void check(JsonNode schema, JsonNode value, String what) {
        var complaints = schemas.computeIfAbsent(schema, this::schema).validate(value);
        assertEquals(Set.of(), complaints, () -> what + ": " + value);
    }

    private JsonSchema schema(JsonNode node) {
        var whole = (ObjectNode) closed(node.deepCopy());
        whole.set("components", components);
        return FACTORY.getSchema(whole, FORMATS_COUNT);
    }
}
