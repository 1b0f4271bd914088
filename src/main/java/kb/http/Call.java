package kb.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/** A request that reached its route: its path parameters are read, and its caller may be here. */
public record Call(Request request, Map<String, String> parameters, Caller caller) {

    /** The body's fields. Call {@link Fields#into} on the result, or nothing is checked. */
    public Fields fields() {
        return Fields.ofBody(request);
    }

    /** The body as JSON of whatever kind. */
    public JsonNode json() {
        return json(JsonBody.LARGEST);
    }

    public JsonNode json(int largest) {
        return JsonBody.any(request, largest);
    }

    /** The query's fields; of a name given twice the last counts. */
    public Fields query() {
        return Fields.ofQuery(QueryString.parse(request.query()));
    }

    /** The id in the path; what cannot be an id is answered like one nobody has. */
    public UUID id(String parameter, String what) {
        var text = parameters.get(parameter);
        try {
            var id = UUID.fromString(text);
            if (id.toString().equals(text)) return id;
        } catch (IllegalArgumentException notAnId) {
            // answered below
        }
        throw new ProblemException(new Problem.NotFound(what, Shown.of(text)));
    }

    /** The number in the path, from 1 on; what cannot be one is answered like one that nothing has. */
    public int number(String parameter, String what) {
        var text = parameters.get(parameter);
        if (text.matches("[1-9][0-9]{0,8}")) return Integer.parseInt(text);
        throw new ProblemException(new Problem.NotFound(what, Shown.of(text)));
    }
}
