package kb.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads an object field by field and keeps every complaint, so a caller hears all of them at once. */
public final class Fields {
    private static final int MOST_UNKNOWN = 20;

    private final JsonNode object;
    private final String prefix;
    private final boolean allText;
    private final List<Violation> violations;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(JsonNode object, String prefix, boolean allText, List<Violation> violations) {
        this.object = object;
        this.prefix = prefix;
        this.allText = allText;
        this.violations = violations;
    }

    static Fields ofBody(Request request) {
        return of(JsonBody.object(request));
    }

    /** Of an object that came inside of something else. */
    public static Fields of(JsonNode object) {
        return new Fields(object, "", false, new ArrayList<>());
    }

    static Fields ofQuery(QueryString query) {
        var object = new ObjectNode(JsonNodeFactory.instance);
        query.values().forEach((name, values) -> object.put(name, values.getLast()));
        return new Fields(object, "", true, new ArrayList<>());
    }

    /** A text that must be there and not blank, without white space around it. */
    public String text(String name, int longest) {
        return optionalText(name, longest).orElseGet(() -> complain(name, "is required", ""));
    }

    /** A text that may be absent; given, it must not be blank. */
    public Optional<String> optionalText(String name, int longest) {
        return text(name, take(name), longest);
    }

    /** Likewise, of what the field was found to hold. */
    public Optional<String> text(String name, JsonNode node, int longest) {
        if (node.isMissingNode() || node.isNull()) return Optional.empty();
        if (!node.isTextual()) return Optional.of(complain(name, "must be a text", ""));
        var text = node.textValue().strip();
        if (Visible.nothingIn(text)) return Optional.of(complain(name, "must not be blank", ""));
        if (text.codePoints().count() > longest)
            return Optional.of(
                    complain(name, String.format(Locale.ROOT, "is longer than %,d characters", longest), ""));
        if (!isWellFormed(text)) return Optional.of(complain(name, "has half a character (an unpaired surrogate)", ""));
        if (Visible.controls(text)) return Optional.of(complain(name, "has a control character: leave it out", ""));
        return Optional.of(text);
    }

    /** Whether the field was given at all, be it as null. */
    public boolean has(String name) {
        return object.has(name);
    }

    /** Whether the field has a value. */
    public boolean isGiven(String name) {
        return object.hasNonNull(name);
    }

    public boolean isObject(String name) {
        return object.path(name).isObject();
    }

    /** Leaves a field to whoever reads it otherwise. */
    public void leave(String name) {
        known.add(name);
    }

    public int number(String name, int otherwise, int least, int most) {
        return number(name, otherwise, least, most, "");
    }

    /** @param or what else it may be, in words that end the complaint */
    public int number(String name, int otherwise, int least, int most, String or) {
        var node = take(name);
        if (node.isMissingNode() || node.isNull()) return otherwise;
        var number = allText
                ? parsed(node.textValue())
                : node.isInt() ? Optional.of(node.intValue()) : Optional.<Integer>empty();
        return number.filter(value -> value >= least && value <= most)
                .orElseGet(() ->
                        complain(name, "must be a whole number from %d to %d".formatted(least, most) + or, otherwise));
    }

    public boolean flag(String name, boolean otherwise) {
        var node = take(name);
        if (node.isMissingNode() || node.isNull()) return otherwise;
        if (node.isBoolean()) return node.booleanValue();
        if (allText && node.textValue().equals("true")) return true;
        if (allText && node.textValue().equals("false")) return false;
        return complain(name, "must be true or false", otherwise);
    }

    /** A list of texts; absent is empty. */
    public List<String> texts(String name, int most, int longest) {
        var node = take(name);
        if (node.isMissingNode() || node.isNull()) return List.of();
        if (!node.isArray() || node.size() > most)
            return complain(name, "must be a list of at most %d texts".formatted(most), List.of());
        var texts = new ArrayList<String>();
        for (var item : node) {
            var ok = item.isTextual()
                    && !Visible.nothingIn(item.textValue())
                    && !Visible.controls(item.textValue())
                    && item.textValue().codePoints().count() <= longest
                    && isWellFormed(item.textValue());
            if (!ok) return complain(name, "must hold texts of 1 to %d characters".formatted(longest), List.of());
            texts.add(item.textValue().strip());
        }
        return List.copyOf(texts);
    }

    /** A list of texts that may be absent; given, it must hold some. */
    public Optional<List<String>> someTexts(String name, int most, int longest) {
        var texts = texts(name, most, longest);
        if (object.path(name).isArray() && object.get(name).isEmpty())
            complain(name, "must hold something, or be left out", "");
        return isGiven(name) ? Optional.of(texts) : Optional.empty();
    }

    /** The fields of an object inside this one; absent is an object without fields. Call its {@link #nothingElse}. */
    public Fields object(String name) {
        var node = take(name);
        var fits = node.isMissingNode() || node.isNull() || node.isObject();
        JsonNode inner = fits ? node : complain(name, "must be an object", JsonNodeFactory.instance.objectNode());
        return new Fields(inner, prefix + name + ".", allText, violations);
    }

    /** Adds a complaint found by the reader of a field rather than by its type. */
    public <T> T complain(String field, String message, T placeholder) {
        violations.add(new Violation(prefix + field, message));
        return placeholder;
    }

    /** Complains of every field that nobody asked for; of very many, names the first. */
    public void nothingElse() {
        var unknown = new ArrayList<String>();
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) unknown.add(name);
        });
        var hint = known.isEmpty() ? "" : "; known are: " + String.join(", ", known);
        unknown.stream()
                .limit(MOST_UNKNOWN)
                .forEach(name -> complain(Shown.of(name), "is not known here" + hint, name));
        if (unknown.size() > MOST_UNKNOWN) {
            complain(
                    "",
                    String.format(Locale.ROOT, "%,d more names are not known here", unknown.size() - MOST_UNKNOWN),
                    "");
        }
    }

    /** Call last. Builds the value, or reports everything that was wrong. */
    public <T> T into(Supplier<T> valid) {
        nothingElse();
        return intoKnown(valid);
    }

    /** Likewise, whatever else was given. */
    public <T> T intoKnown(Supplier<T> valid) {
        if (violations.isEmpty()) return valid.get();
        throw new ProblemException(new Problem.Invalid(List.copyOf(violations)));
    }

    private JsonNode take(String name) {
        known.add(name);
        return object.path(name);
    }

    private static Optional<Integer> parsed(String digits) {
        return digits.matches("-?[0-9]{1,9}") ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
