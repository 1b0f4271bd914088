package kb.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.Map;
import kb.http.Call;
import kb.http.Caller;
import kb.http.Dialect;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Request;
import kb.http.Response;
import kb.http.Sketch;

/** Answers in the words of JSON-RPC 2.0, whose error says what our problem says, with its status and header fields. */
final class JsonRpc implements Dialect {
    static final int NOT_JSON = -32700;
    static final int NO_REQUEST = -32600;
    static final int NO_SUCH_METHOD = -32601;
    static final int BAD_PARAMETERS = -32602;
    private static final int OUR_FAULT = -32603;
    /** Of those that are left to each service: its data has the kind of problem. */
    private static final int PROBLEM = -32000;

    static final JsonNode NO_ID = NullNode.instance;

    static Response result(JsonNode id, Object result) {
        return Response.json(200, message(id, "result", result));
    }

    static Response error(int status, JsonNode id, int code, String why) {
        return Response.json(status, message(id, "error", Map.of("code", code, "message", why)));
    }

    @Override
    public Response render(Problem problem, Request request) {
        var sketch = Sketch.of(problem);
        var data = new LinkedHashMap<String, Object>();
        data.put("type", sketch.type());
        data.put("status", sketch.status());
        data.put("violations", sketch.violations());
        data.putAll(sketch.more());
        var why = sketch.title() + ": " + sketch.detail();
        var error = Map.of("code", code(problem), "message", why, "data", data);
        var response = Response.json(sketch.status(), message(id(request), "error", error));
        for (var header : sketch.headers().entrySet()) response = response.with(header.getKey(), header.getValue());
        return response;
    }

    private static int code(Problem problem) {
        return switch (problem) {
            case Problem.Malformed _ -> NOT_JSON;
            case Problem.MethodNotAllowed _, Problem.UnsupportedMediaType _ -> NO_REQUEST;
            case Problem.Invalid _ -> BAD_PARAMETERS;
            case Problem.Unexpected _ -> OUR_FAULT;
            default -> PROBLEM;
        };
    }

    private static Map<String, Object> message(JsonNode id, String name, Object value) {
        var message = new LinkedHashMap<String, Object>();
        message.put("jsonrpc", "2.0");
        message.put("id", id);
        message.put(name, value);
        return message;
    }

    /** Null where there is none that may be given back (JSON-RPC 2.0, 5). */
    static JsonNode id(JsonNode message) {
        var id = message.path("id");
        return id.isTextual() || id.isIntegralNumber() ? id : NO_ID;
    }

    private static JsonNode id(Request request) {
        try {
            return id(new Call(request, Map.of(), Caller.ANONYMOUS).json());
        } catch (ProblemException notJson) {
            return NO_ID;
        }
    }
}
