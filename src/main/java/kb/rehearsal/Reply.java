package kb.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a stand-in answers. */
record Reply(int status, Map<String, String> headers, byte[] body) {
    static Reply json(JsonNode json) {
        return of("application/json", json.toString());
    }

    static Reply of(String mediaType, String text) {
        return new Reply(200, Map.of("Content-Type", mediaType), text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }
}
