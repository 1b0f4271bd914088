package kb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Values just inside and just outside of what a schema allows. */
record Bounds(JsonNode schema) {
    List<JsonNode> wrong() {
        var wrong = new ArrayList<JsonNode>();
        if (schema.has("minimum")) wrong.add(number(schema.get("minimum").doubleValue() - 1));
        if (schema.has("maximum")) wrong.add(number(schema.get("maximum").doubleValue() + 1));
        if (schema.has("minLength")) wrong.add(new TextNode(" "));
        if (schema.has("maxLength")) wrong.add(text(schema.get("maxLength").intValue() + 1));
        if (schema.has("minItems"))
            wrong.add(array(item(), schema.get("minItems").intValue() - 1));
        if (schema.has("maxItems"))
            wrong.add(array(item(), schema.get("maxItems").intValue() + 1));
        if (is("array")) for (var item : items().wrong()) wrong.add(array(item, 1));
        if (schema.has("enum")
                || schema.has("pattern")
                || schema.has("format")
                || is("boolean")
                || is("integer")
                || is("number")) wrong.add(new TextNode("no such word"));
        return wrong;
    }

    List<JsonNode> right() {
        var right = new ArrayList<JsonNode>();
        if (schema.has("minimum")) right.add(schema.get("minimum"));
        if (schema.has("maximum")) right.add(schema.get("maximum"));
        if (schema.has("minLength")) right.add(text(1));
        if (schema.has("maxLength")) right.add(text(schema.get("maxLength").intValue()));
        if (schema.has("minItems"))
            right.add(array(item(), schema.get("minItems").intValue()));
        if (schema.has("maxItems"))
            right.add(array(item(), schema.get("maxItems").intValue()));
        schema.path("enum").forEach(right::add);
        return right;
    }

    private boolean is(String type) {
        var types = schema.path("type");
        return types.asText().equals(type)
                || types.valueStream().anyMatch(one -> one.asText().equals(type));
    }

    private Bounds items() {
        return new Bounds(schema.get("items"));
    }

    private JsonNode item() {
        var format = items().schema().path("format").asText();
        if (format.equals("uuid")) return new TextNode("00000000-0000-7000-8000-000000000000");
        if (items().schema().has("examples"))
            return items().schema().get("examples").get(0);
        return items().right().getLast();
    }

    private JsonNode number(double number) {
        return is("integer") ? new IntNode((int) number) : new DoubleNode(number);
    }

    private static JsonNode text(int length) {
        return new TextNode("x".repeat(length));
    }

    private static ArrayNode array(JsonNode item, int count) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < count; i++) array.add(item);
        return array;
    }
}
