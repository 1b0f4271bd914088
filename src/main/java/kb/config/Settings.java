package kb.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    Optional<Boolean> flag(String name) {
        return read(name, Optional.empty(), "true or false", text -> switch (text) {
            case "true" -> Optional.of(Optional.of(true));
            case "false" -> Optional.of(Optional.of(false));
            default -> Optional.empty();
        });
    }

    /** One of an enum's names, written in lower case. */
    <E extends Enum<E>> E choice(String name, E otherwise) {
        var all = new LinkedHashMap<String, E>();
        for (var one : otherwise.getDeclaringClass().getEnumConstants()) {
            all.put(one.name().toLowerCase(Locale.ROOT), one);
        }
        return read(name, otherwise, either(List.copyOf(all.keySet())), text -> Optional.ofNullable(all.get(text)));
    }

    /** Of a service over HTTP. */
    Optional<URI> address(String name, String example) {
        return read(name, Optional.empty(), "an address such as " + example, text -> {
            if (!text.matches("https?://[^\\s?#]+")) return Optional.empty();
            try {
                return Optional.of(Optional.of(new URI(text)).filter(address -> address.getHost() != null))
                        .filter(Optional::isPresent);
            } catch (URISyntaxException notAnAddress) {
                return Optional.empty();
            }
        });
    }

    /** All of another program's own variables. */
    Map<String, String> startingWith(String prefix) {
        return variables.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(prefix) && !entry.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().strip()));
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

    private static String either(List<String> words) {
        var last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
