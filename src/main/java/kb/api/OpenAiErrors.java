package kb.api;

import java.util.LinkedHashMap;
import java.util.Map;
import kb.http.Dialect;
import kb.http.Problem;
import kb.http.Request;
import kb.http.Response;
import kb.http.Sketch;
import kb.http.Violation;

/** Problems as clients of OpenAI's API read them. */
final class OpenAiErrors implements Dialect {
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    @Override
    public Response render(Problem problem, Request request) {
        var sketch = Sketch.of(problem);
        var error = new LinkedHashMap<String, Object>();
        error.put("message", message(sketch));
        error.put("type", type(problem, sketch.status()));
        error.put("param", sketch.violations().stream().findFirst().map(Violation::field));
        error.put("code", code(problem, sketch));
        error.putAll(sketch.more());
        var response = Response.json(status(sketch), Map.of("error", error));
        for (var header : sketch.headers().entrySet()) response = response.with(header.getKey(), header.getValue());
        return isFinal(problem) ? response.with("x-should-retry", "false") : response;
    }

    /** What comes along with it does not change its name. */
    private static Problem told(Problem problem) {
        return problem instanceof Problem.Telling telling ? told(telling.problem()) : problem;
    }

    private static int status(Sketch sketch) {
        return sketch.status() == UNPROCESSABLE ? BAD_REQUEST : sketch.status();
    }

    private static String message(Sketch sketch) {
        var first = sketch.violations().stream().findFirst();
        return sketch.title() + ": "
                + first.map(one -> one.field() + " " + one.message()).orElse(sketch.detail());
    }

    private static String type(Problem problem, int status) {
        if (told(problem) instanceof Problem.BudgetExhausted) return "insufficient_quota";
        return switch (status) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 429 -> "rate_limit_error";
            default -> status < 500 ? "invalid_request_error" : "server_error";
        };
    }

    private static String code(Problem problem, Sketch sketch) {
        return switch (told(problem)) {
            case Problem.Unauthenticated _ -> "invalid_api_key";
            case Problem.BudgetExhausted _ -> "insufficient_quota";
            case Problem.RateLimited _ -> "rate_limit_exceeded";
            case Problem.NotFound missing when missing.what().equals(OpenAiApi.MODEL_THING) -> "model_not_found";
            case Problem.ContentRefused _ -> "content_filter";
            default -> sketch.kind().replace('-', '_');
        };
    }

    /** Its clients try again by themselves where that may help. */
    private static boolean isFinal(Problem problem) {
        return switch (problem) {
            case Problem.Telling telling -> isFinal(telling.problem());
            case Problem.BudgetExhausted _, Problem.ModelQuota _, Problem.ModelKey _, Problem.ModelUnknown _ -> true;
            default -> false;
        };
    }
}
