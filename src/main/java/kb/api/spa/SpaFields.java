package kb.api.spa;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kb.http.Call;

/** Reads a body field by field, as the replaced service did: unknown fields are passed over. */
final class SpaFields {
    private static final int LARGEST = 1_000_000;

    private final JsonNode object;
    private final Complaints complaints = new Complaints();

    private SpaFields(JsonNode object) {
        this.object = object;
        if (!object.isObject()) {
            var nothing = object.isMissingNode() || object.isNull();
            var type = nothing ? "missing" : "model_attributes_type";
            complaints.add(type, List.of("body"), nothing ? "Field required" : "must be an object", object, object);
            complaints.into(() -> object);
        }
    }

    static SpaFields of(Call call) {
        return of(call, LARGEST);
    }

    static SpaFields of(Call call, int largest) {
        return new SpaFields(call.json(largest));
    }

    JsonNode node(String name) {
        return object.path(name);
    }

    /** A text that must be there and not blank, without white space around it. */
    String text(String name, int longest) {
        if (!object.has(name)) return complain("missing", name, "Field required", object, "");
        if (!node(name).isTextual()) return complain("string_type", name, "must be a text", node(name), "");
        if (node(name).textValue().isEmpty())
            return complaints.add(
                    "string_too_short",
                    List.of("body", name),
                    "must have at least 1 character",
                    "",
                    Map.of("min_length", 1),
                    "");
        if (node(name).textValue().isBlank()) return complain("value_error", name, "must not be blank", node(name), "");
        return optional(name, longest).orElse("");
    }

    /** A text that may be absent or null, without white space around it. */
    Optional<String> optional(String name, int longest) {
        var node = node(name);
        if (node.isMissingNode() || node.isNull()) return Optional.empty();
        if (!node.isTextual()) return complain("string_type", name, "must be a text", node, Optional.of(""));
        var text = node.textValue().strip();
        if (text.codePointCount(0, text.length()) > longest)
            return complaints.add(
                    "string_too_long",
                    List.of("body", name),
                    "must have at most " + longest + " characters",
                    node,
                    Map.of("max_length", longest),
                    Optional.of(""));
        if (text.codePoints().anyMatch(SpaFields::isUnprintable))
            return complain("value_error", name, "has a control character or half of one", node, Optional.of(""));
        return Optional.of(text);
    }

    private static boolean isUnprintable(int point) {
        return Character.getType(point) == Character.SURROGATE
                || (Character.isISOControl(point) && !Character.isWhitespace(point));
    }

    /** An object that may be absent or null. */
    JsonNode object(String name) {
        var node = node(name);
        if (node.isMissingNode() || node.isNull() || node.isObject()) return node;
        return complain("dict_type", name, "must be an object", node, node);
    }

    boolean flag(String name, boolean otherwise) {
        var node = node(name);
        if (node.isMissingNode() || node.isNull()) return otherwise;
        return node.isBoolean()
                ? node.booleanValue()
                : complain("bool_type", name, "must be true or false", node, false);
    }

    <T> T complain(String type, String field, String why, Object input, T placeholder) {
        return complaints.add(type, List.of("body", field), why, input, placeholder);
    }

    Complaints complaints() {
        return complaints;
    }

    <T> T into(Supplier<T> valid) {
        return complaints.into(valid);
    }
}
