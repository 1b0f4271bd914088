package kb.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * The wish to be told what a stream took, which a service can do without.
 *
 * <p>Some refuse a request that has it, and not all of them say why. Where the same request is taken without it, it is left out from
 * then on, and what a stream takes is estimated.
 */
final class UsageWish {
    private static final String FIELD = "stream_options";
    private static final Pattern WRITTEN = Pattern.compile('"' + FIELD + "\"\\s*:");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern COMPLAINT = Pattern.compile(
            "stream_?options|include_?usage|extra_forbidden|extra (input|field)|not permitted|"
                    + "(unrecogni[sz]ed|unknown|unexpected|unsupported|additional)[a-z ]* (field|parameter|argument|propert|keyword|key)");

    private final AtomicBoolean refused = new AtomicBoolean();

    /** A request as this service takes it. */
    String on(String request) {
        return refused.get() ? without(request) : request;
    }

    /** Whether a service may have refused a request because of it. @param said the whole answer */
    boolean mayBeWhy(String request, int status, String said) {
        if (!WRITTEN.matcher(request).find() || (status != 400 && status != 422)) return false;
        return said.isBlank()
                || COMPLAINT.matcher(said.toLowerCase(Locale.ROOT)).find();
    }

    void refuse() {
        refused.set(true);
    }

    static String without(String request) {
        try {
            return ((ObjectNode) JSON.readTree(request)).without(FIELD).toString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("a request is an object in JSON", impossible);
        }
    }
}
