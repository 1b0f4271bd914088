package kb.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** An answer that the service tells while it makes it: server-sent events, of which the last holds the whole. */
final class ToldAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "event: ";
    private static final String DATA = "data: ";

    private final Consumer<String> listener;

    /** @param listener hears the answer piece by piece */
    ToldAnswer(Consumer<String> listener) {
        this.listener = listener;
    }

    /** @return empty when it broke off or failed, and is to be asked for again */
    Optional<JsonNode> read(InputStream stream) {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var name = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(NAME)) name = line.substring(NAME.length());
                if (!line.startsWith(DATA)) continue;
                var data = JSON.readTree(line.substring(DATA.length()));
                if (name.equals("done")) return Optional.of(data);
                if (name.equals("error")) return Optional.empty();
                if (name.equals("text")) listener.accept(data.path("text").asText());
            }
        } catch (IOException | UncheckedIOException brokenOff) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
