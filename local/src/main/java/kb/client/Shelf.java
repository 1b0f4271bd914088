package kb.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a service has already, by the bytes. */
final class Shelf {
    private static final int AT_ONCE = 100;

    private final Map<String, List<Entry>> byBytes = new HashMap<>();

    /** @param names that lead to it, or may once it is ready */
    record Entry(String id, String status, boolean current, Set<String> names) {
        static Entry of(JsonNode document) {
            var names = new TreeSet<>(Set.of(document.path("filename").asText()));
            document.path("aliases").forEach(alias -> names.add(alias.asText()));
            return new Entry(
                    document.path("document_id").asText(),
                    document.path("status").asText(),
                    document.path("current").asBoolean(),
                    names);
        }

        boolean isReady() {
            return status.equals("ready");
        }

        boolean isAtWork() {
            return Set.of("queued", "parsing", "embedding").contains(status);
        }
    }

    private Shelf() {}

    static Shelf of(Service service) {
        var shelf = new Shelf();
        var target = "/documents?superseded=true&limit=" + AT_ONCE;
        for (var next = Optional.of(target); next.isPresent(); ) {
            var page = service.get(next.get());
            page.path("items").forEach(shelf::put);
            var cursor = page.path("next_cursor").asText("");
            next = page.path("next_cursor").isTextual()
                    ? Optional.of(target + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                    : Optional.empty();
        }
        return shelf;
    }

    void put(JsonNode document) {
        var all = byBytes.computeIfAbsent(document.path("sha256").asText(), _ -> new ArrayList<>());
        var entry = Entry.of(document);
        all.removeIf(other -> other.id().equals(entry.id()));
        all.add(entry);
    }

    boolean knows(String sha256) {
        return byBytes.containsKey(sha256);
    }

    /** The document with these bytes that has this name, or is to have it, and needs nothing from us. */
    Optional<Entry> settled(String sha256, String filename) {
        return byBytes.getOrDefault(sha256, List.of()).stream()
                .filter(entry -> entry.names().contains(filename))
                .filter(entry -> entry.isAtWork() || entry.isReady() && entry.current())
                .findFirst();
    }
}
