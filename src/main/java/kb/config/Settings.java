package kb.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads variables one by one and keeps every complaint, so an operator hears all of them at once. */
final class Settings {
    private final Map<String, String> variables;
    private final List<String> complaints = new ArrayList<>();

    Settings(Map<String, String> variables) {
        this.variables = variables;
    }

    /** A variable set to nothing counts as not set. */
    Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    int number(String name, int otherwise, int least, int most) {
        return read(name, otherwise, "a whole number from %d to %d".formatted(least, most), text -> {
            if (!text.matches("[0-9]{1,9}")) return Optional.empty();
            return Optional.of(Integer.parseInt(text)).filter(value -> value >= least && value <= most);
        });
    }

    /** @param expected completes the sentence "NAME must be …" */
    <T> T read(String name, T otherwise, String expected, Function<String, Optional<T>> reader) {
        var text = text(name);
        if (text.isEmpty()) return otherwise;
        return reader.apply(text.get()).orElseGet(() -> complain(name + " must be " + expected, otherwise));
    }

    /** Never put a variable's value into the complaint: it may be a secret. */
    <T> T complain(String complaint, T placeholder) {
        complaints.add(complaint);
        return placeholder;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }
}
