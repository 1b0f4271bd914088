package kb.api.spa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kb.http.Access;
import kb.http.Dialect;
import kb.http.Json;
import kb.http.Problem;
import kb.http.Request;
import kb.http.Response;
import kb.http.Sketch;
import kb.http.Violation;

/** Problems as the app reads them: {@code detail} is a text, or what the replaced service put there. */
public final class SpaErrors implements Dialect {
    /** Of a problem's further members: a detail that is no text. */
    static final String DETAIL = "detail";

    @Override
    public Response render(Problem problem, Request request) {
        var sketch = Sketch.of(problem);
        var reply =
                switch (problem) {
                    case Problem.Malformed(var why) ->
                        unprocessable("json_invalid", List.of("body", Json.brokenAt(request.body())), why);
                    case Problem.UnsupportedMediaType _
                    when request.body().length() == 0 -> unprocessable("missing", List.of("body"), "Field required");
                    case Problem.UnsupportedMediaType _ ->
                        unprocessable("model_attributes_type", List.of("body"), sketch.detail());
                    case Problem.Invalid(var violations) -> invalid(violations);
                    case Problem.Forbidden(var needed, var has) -> forbidden(needed, has, sketch);
                    case Problem.RateLimited limited -> busy(sketch, limited.retryAfterSeconds());
                    default ->
                        ModelTrouble.of(problem, request)
                                .map(ModelTrouble::reply)
                                .orElseGet(() -> Response.json(sketch.status(), body(sketch)));
                };
        for (var header : sketch.headers().entrySet()) reply = reply.with(header.getKey(), header.getValue());
        return reply;
    }

    /** A problem that only this door knows. */
    static Response failure(int status, String error, Object detail) {
        return Response.json(status, Map.of("detail", detail, "error", error));
    }

    private static Map<String, Object> body(Sketch sketch) {
        var told = sketch.more().get(DETAIL);
        var body = new LinkedHashMap<String, Object>();
        body.put("detail", told == null ? sketch.title() + ": " + sketch.detail() : told);
        body.put("error", sketch.kind());
        return body;
    }

    private static Response unprocessable(String type, List<?> where, String why) {
        return failure(422, "invalid", List.of(Complaints.complaint(type, where, why, Map.of())));
    }

    private static Response invalid(List<Violation> violations) {
        var complaints = violations.stream()
                .map(one -> Complaints.complaint("value_error", List.of("query", one.field()), one.message(), ""))
                .toList();
        return failure(422, "invalid", complaints);
    }

    private static Response forbidden(Access needed, Access has, Sketch sketch) {
        var code = needed.role() + "_required";
        return failure(403, code, Map.of("error", code, "message", sketch.detail(), "your_role", has.role()));
    }

    private static Response busy(Sketch sketch, int seconds) {
        return Response.json(
                429, Map.of("error", "rate_limit_exceeded", "message", sketch.detail(), "retry_after", seconds));
    }
}
