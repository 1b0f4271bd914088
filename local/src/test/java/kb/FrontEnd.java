package kb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A way into the application, as a caller sees it. */
@FunctionalInterface
public interface FrontEnd {
    Reply send(Call call) throws Exception;

    /** @param target path and query, as they stand in the request line */
    record Call(String method, String target, Map<String, String> headers, byte[] body) {}

    /** @param headers names in lower case */
    record Reply(int status, Map<String, List<String>> headers, byte[] body) {
        public Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public JsonNode json() throws IOException {
            return new ObjectMapper().readTree(body);
        }
    }
}
