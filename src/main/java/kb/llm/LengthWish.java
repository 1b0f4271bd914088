package kb.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * The wish that a text be no longer than this many tokens.
 *
 * <p>All services know it by its old name, and some models, which think before they write, take it by its new one only and say so.
 * Where a request is taken with the new name, it has that from then on.
 */
final class LengthWish {
    private static final String FIELD = "max_tokens";
    private static final String NEW_FIELD = "max_completion_tokens";
    private static final Pattern WRITTEN = Pattern.compile('"' + FIELD + "\"\\s*:");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicBoolean refused = new AtomicBoolean();

    /** A request as this service takes it. */
    String on(String request) {
        return refused.get() && WRITTEN.matcher(request).find() ? renamed(request) : request;
    }

    /** Whether a service may have refused a request because of it. @param said the whole answer */
    boolean mayBeWhy(String request, int status, String said) {
        return WRITTEN.matcher(request).find() && (status == 400 || status == 422) && said.contains(FIELD);
    }

    void refuse() {
        refused.set(true);
    }

    static String renamed(String request) {
        try {
            var fields = (ObjectNode) JSON.readTree(request);
            return fields.set(NEW_FIELD, fields.remove(FIELD)).toString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("a request is an object in JSON", impossible);
        }
    }
}
