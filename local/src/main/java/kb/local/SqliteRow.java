package kb.local;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kb.store.Item;
import kb.store.Key;

/** What is read of a row. @param attributes these alone; all of them when nothing is said */
record SqliteRow(Optional<Set<String>> attributes) {
    static final SqliteRow WHOLE = new SqliteRow(Optional.empty());

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build()
            .readerFor(Object.class);

    /** @param row whose first columns are attributes and expiry */
    Item item(Key key, ResultSet row) throws SQLException {
        var seconds = row.getLong(2);
        var expires = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochSecond(seconds));
        return new Item(key, attributes(row.getString(1)), expires);
    }

    /** What is not wanted is passed over: reading the numbers of a hundred boxes took longer than all else. */
    private Map<String, Object> attributes(String json) {
        try (var parser = JSON.createParser(json)) {
            var read = new HashMap<String, Object>();
            if (parser.nextToken() != JsonToken.START_OBJECT) throw new IOException("not an object");
            while (parser.nextToken() == JsonToken.FIELD_NAME) value(parser, read);
            return read;
        } catch (IOException cause) {
            throw new UncheckedIOException("a stored row is damaged", cause);
        }
    }

    private void value(JsonParser parser, Map<String, Object> read) throws IOException {
        var name = parser.currentName();
        parser.nextToken();
        if (attributes.isEmpty() || attributes.get().contains(name)) read.put(name, JSON.readValue(parser));
        else parser.skipChildren();
    }
}
