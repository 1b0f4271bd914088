package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How JSON is built, written as JSON: a text names a type, or after {@code =} the very text; of a list its one item is the shape
 * of all; a field whose name ends in {@code ?} may be absent; anything else stands for itself. A field more or less is a
 * difference.
 */
record Shape(JsonNode shape) {
    static Shape of(String json) throws IOException {
        return new Shape(new ObjectMapper().readTree(json));
    }

    void fits(JsonNode value) {
        assertEquals(List.of(), differences("", shape, value), value::toPrettyString);
    }

    private static List<String> differences(String where, JsonNode shape, JsonNode value) {
        if (shape.isObject()) return inObject(where, shape, value);
        if (shape.isArray() && shape.size() == 1) return inList(where, shape.get(0), value);
        if (shape.isTextual()) return fits(shape.textValue(), value) ? List.of() : List.of(where + ": no " + shape);
        return shape.equals(value) ? List.of() : List.of(where + ": not " + shape);
    }

    private static List<String> inObject(String where, JsonNode shape, JsonNode value) {
        if (!value.isObject()) return List.of(where + ": no object");
        var all = new ArrayList<String>();
        var unknown = new TreeSet<String>();
        value.fieldNames().forEachRemaining(unknown::add);
        for (var field : shape.properties()) {
            var optional = field.getKey().endsWith("?");
            var name = optional ? field.getKey().substring(0, field.getKey().length() - 1) : field.getKey();
            unknown.remove(name);
            if (value.has(name)) all.addAll(differences(where + "." + name, field.getValue(), value.get(name)));
            else if (!optional) all.add(where + "." + name + ": is missing");
        }
        unknown.forEach(name -> all.add(where + "." + name + ": is unknown"));
        return all;
    }

    private static List<String> inList(String where, JsonNode shape, JsonNode value) {
        if (!value.isArray()) return List.of(where + ": no list");
        var all = new ArrayList<String>();
        for (int i = 0; i < value.size(); i++) all.addAll(differences(where + "[" + i + "]", shape, value.get(i)));
        return all;
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "text" -> value.isTextual();
            case "text or null" -> value.isTextual() || value.isNull();
            case "uuid" -> isUuid(value.asText());
            case "int" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "bool" -> value.isBoolean();
            case "time" -> isTime(value.asText());
            case "time or null" -> value.isNull() || isTime(value.asText());
            case "time +08:00" -> value.asText().endsWith("+08:00") && isTime(value.asText());
            case "time without a zone" -> isLocalTime(value.asText());
            case "sha256" -> value.asText().matches("[0-9a-f]{64}");
            case "anything" -> true;
            default ->
                type.startsWith("=") && value.isTextual() && type.substring(1).equals(value.textValue());
        };
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            return OffsetDateTime.parse(text).getYear() > 2000;
        } catch (DateTimeException notOne) {
            return false;
        }
    }

    private static boolean isLocalTime(String text) {
        try {
            return LocalDateTime.parse(text).getYear() > 2000;
        } catch (DateTimeException notOne) {
            return false;
        }
    }
}
