package kb.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A problem before it is bound to the request it answers, for dialects to word. @param more members beside the usual ones */
public record Sketch(
        int status,
        String kind,
        String title,
        String detail,
        List<Violation> violations,
        Map<String, String> headers,
        Map<String, ?> more) {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Wire(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            List<Violation> violations,
            @JsonAnyGetter Map<String, ?> more) {}

    public static Sketch of(Problem problem) {
        return ProblemJson.sketch(problem);
    }

    Sketch(int status, String kind, String title, String detail) {
        this(status, kind, title, detail, List.of(), Map.of(), Map.of());
    }

    Sketch with(String header, String value) {
        return new Sketch(status, kind, title, detail, violations, Map.of(header, value), more);
    }

    Sketch with(List<Violation> wrong) {
        return new Sketch(status, kind, title, detail, wrong, headers, more);
    }

    Sketch telling(Map<String, ?> members) {
        return new Sketch(status, kind, title, detail, violations, headers, members);
    }

    public String type() {
        return "urn:kb:problem:" + kind;
    }

    Response response(Request request) {
        var wire = new Wire(type(), title, status, detail, request.path(), violations, more);
        var all = new HashMap<>(headers);
        all.put("content-type", "application/problem+json");
        return new Response(status, all, new Body.Text(Json.write(wire)));
    }
}
