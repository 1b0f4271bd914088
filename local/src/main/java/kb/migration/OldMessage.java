package kb.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kb.chat.Role;

/** A row of {@code messages}. */
record OldMessage(OldRow row, String name) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** So that it fits into a record of 400 KB with all that belongs to it. */
    private static final int LONGEST = 300_000;

    static OldMessage of(OldRow row) {
        return new OldMessage(row, row.name("message_id"));
    }

    Optional<Role> role() {
        return switch (row.text("role")
                .map(role -> role.strip().toLowerCase(Locale.ROOT))
                .orElse("")) {
            case "user", "human" -> Optional.of(Role.USER);
            case "assistant", "ai" -> Optional.of(Role.ASSISTANT);
            default -> Optional.empty();
        };
    }

    String text() {
        return row.text("content").orElse("");
    }

    /** Why it cannot be a message here. */
    Optional<String> complaint() {
        if (role().isEmpty())
            return Optional.of("its role is %s, and here there are questions and answers only"
                    .formatted(row.text("role").orElse("nothing")));
        if (text().isBlank()) return Optional.of("it says nothing");
        if (text().getBytes(StandardCharsets.UTF_8).length > LONGEST)
            return Optional.of("it has more than %,d bytes".formatted(LONGEST));
        return Optional.empty();
    }

    Optional<Instant> at() {
        return row.text("timestamp").flatMap(OldTime.CHATS::read);
    }

    int tokens() {
        var tokens = json("metadata").path("tokens_used");
        return tokens.isNumber() && tokens.asLong() > 0 ? (int) Math.min(tokens.asLong(), Integer.MAX_VALUE) : 0;
    }

    Optional<String> model() {
        return Optional.of(json("metadata").path("model").asText("")).filter(model -> !model.isBlank());
    }

    private JsonNode json(String column) {
        try {
            return row.text(column).isEmpty()
                    ? MissingNode.getInstance()
                    : JSON.readTree(row.text(column).get());
        } catch (JsonProcessingException broken) {
            return MissingNode.getInstance();
        }
    }

    /** There is no place here for these. */
    Map<String, Object> kept() {
        var kept = new LinkedHashMap<String, Object>();
        for (var column : Set.of("sources", "metadata")) {
            var value = row.columns().get(column);
            if (value != null && !Set.of("", "[]", "{}", "null").contains(value)) kept.put(column, value);
        }
        return kept;
    }
}
