package kb.api.spa;

import java.util.LinkedHashMap;
import java.util.Optional;
import kb.http.Problem;
import kb.http.Request;
import kb.http.Response;
import kb.http.Sketch;

/**
 * What keeps a chat model from answering, as the app shows it. That our key is refused is never the asker's 401: it would be
 * taken for a token that has expired.
 */
record ModelTrouble(int status, String type, Optional<Integer> retryAfter, Sketch sketch) {
    private static final String MODEL = "model";

    static Optional<ModelTrouble> of(Problem problem, Request request) {
        if (!request.path().equals("/chat/message")) return Optional.empty();
        var sketch = Sketch.of(problem);
        return switch (problem) {
            case Problem.Telling(Problem.Invalid told, var more)
            when more.containsKey("passages") -> trouble(400, "context_length", Sketch.of(told));
            case Problem.Telling telling -> of(telling.problem(), request);
            case Problem.Unavailable down
            when down.part().equals(MODEL) ->
                Optional.of(
                        new ModelTrouble(503, "service_unavailable", Optional.of(down.retryAfterSeconds()), sketch));
            case Problem.ModelBusy(var seconds) ->
                Optional.of(new ModelTrouble(429, "rate_limit", Optional.of(seconds), sketch));
            case Problem.ModelQuota _, Problem.BudgetExhausted _ -> trouble(402, "quota_exceeded", sketch);
            case Problem.ModelKey _ -> trouble(503, "authentication", sketch);
            case Problem.ModelUnknown _ -> trouble(503, "service_unavailable", sketch);
            case Problem.ContentRefused _ -> trouble(400, "invalid_request", sketch);
            default -> Optional.empty();
        };
    }

    private static Optional<ModelTrouble> trouble(int status, String type, Sketch sketch) {
        return Optional.of(new ModelTrouble(status, type, Optional.empty(), sketch));
    }

    Response reply() {
        var body = new LinkedHashMap<String, Object>();
        body.put("success", false);
        body.put("error", true);
        body.put("error_type", type);
        body.put("title", sketch.title());
        body.put("message", sketch.title() + ": " + sketch.detail());
        body.put("user_message", sketch.detail());
        body.put("status_code", status);
        body.put("retry_after", retryAfter);
        body.put("details", sketch.type());
        body.put("is_llm_error", true);
        return Response.json(status, body);
    }
}
