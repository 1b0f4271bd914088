package kb.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** A body that is JSON. */
final class JsonBody {
    /** No JSON is longer where nothing else is said; uploads have a limit of their own. */
    static final int LARGEST = 1_000_000;

    private JsonBody() {}

    static JsonNode object(Request request) {
        var json = any(request, LARGEST);
        if (json.isObject()) return json;
        throw notUnderstood();
    }

    static JsonNode any(Request request, int largest) {
        if (!request.mediaType().equals("application/json")) {
            throw new ProblemException(new Problem.UnsupportedMediaType("application/json"));
        }
        if (request.body().length() > largest) {
            throw new ProblemException(new Problem.TooLarge("a JSON body", largest, "send less"));
        }
        try {
            return Json.read(request.body());
        } catch (IOException notJson) {
            // in our words: the parser's message quotes the caller's own text back
            throw notUnderstood();
        }
    }

    private static ProblemException notUnderstood() {
        return new ProblemException(
                new Problem.Malformed("expected one JSON object, in UTF-8, without repeated names"));
    }
}
