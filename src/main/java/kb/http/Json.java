package kb.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** JSON as the API speaks it: snake_case, times as ISO-8601 UTC, an absent value as null. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(
                    "a response type cannot be written as JSON: " + value.getClass(), unwritable);
        }
    }

    /** What lies in the artifact under this name. */
    public static JsonNode resource(String name) {
        try (var resource = Json.class.getResourceAsStream(name)) {
            return MAPPER.readTree(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** At which byte a text stops being JSON; 0 when it does not, or nobody knows. */
    public static long brokenAt(Bytes text) {
        try {
            read(text);
            return 0;
        } catch (JsonProcessingException broken) {
            return Optional.ofNullable(broken.getLocation())
                    .map(JsonLocation::getByteOffset)
                    .filter(offset -> offset > 0)
                    .orElse(0L);
        } catch (IOException unreadable) {
            return 0;
        }
    }

    static JsonNode read(Bytes body) throws IOException {
        return MAPPER.readTree(body.stream());
    }
}
