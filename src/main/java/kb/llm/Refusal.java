package kb.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kb.chat.ModelFailure;
import kb.chat.ModelFailure.Kind;

/** An answer of a provider that is a failure, and reads of what kind. Providers differ: the status tells most, a code or a phrase the rest. */
final class Refusal {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_READ = 65_536;
    private static final Pattern QUOTA =
            Pattern.compile("insufficient_quota|billing|exceeded your current quota|out of credit");
    private static final Pattern TOO_LONG = Pattern.compile(
            "context_length_exceeded|context length|context window|context size|maximum context|too many tokens|"
                    + "prompt is too long|string_above_max_length|reduce the length|input is too long");
    private static final Pattern REFUSED =
            Pattern.compile("content_filter|content_policy|content management policy|safety");

    /** A gateway may say with any status that it has no such model. */
    private static final Pattern UNKNOWN = Pattern.compile(
            "model_not_found|no such model|not a valid model|invalid model(:| name| id)|model \\S{1,100} (does not exist|not found|is not found)");

    private final int status;
    private final HttpHeaders headers;
    private final String answer;

    private Refusal(int status, HttpHeaders headers, String answer) {
        this.status = status;
        this.headers = headers;
        this.answer = answer;
    }

    static Refusal of(HttpResponse<?> response, InputStream body) throws IOException {
        var answer = new String(body.readNBytes(MOST_READ), StandardCharsets.UTF_8);
        return new Refusal(response.statusCode(), response.headers(), answer);
    }

    ModelFailure failure() {
        return new ModelFailure(kind(status, said(answer)), "status " + status, retryAfter(headers));
    }

    boolean mayBeFor(UsageWish usage, String request) {
        return failure().kind() == Kind.MISUSED && usage.mayBeWhy(request, status, answer);
    }

    boolean mayBeFor(LengthWish length, String request) {
        return failure().kind() == Kind.MISUSED && length.mayBeWhy(request, status, answer);
    }

    private static Kind kind(int status, String said) {
        return switch (status) {
            case 401, 403 -> Kind.KEY;
            case 402 -> Kind.QUOTA;
            case 413 -> Kind.TOO_LONG;
            case 429 -> QUOTA.matcher(said).find() ? Kind.QUOTA : Kind.BUSY;
            case 503, 529 -> Kind.BUSY;
            case 404 -> Kind.UNKNOWN;
            case 400, 422 -> {
                if (UNKNOWN.matcher(said).find()) yield Kind.UNKNOWN;
                if (TOO_LONG.matcher(said).find()) yield Kind.TOO_LONG;
                yield REFUSED.matcher(said).find() ? Kind.REFUSED : Kind.MISUSED;
            }
            case 408, 409 -> Kind.BROKEN;
            default -> {
                if (TOO_LONG.matcher(said).find()) yield Kind.TOO_LONG;
                yield status < 500 ? Kind.MISUSED : Kind.BROKEN;
            }
        };
    }

    /** The code, type and message of an error, in lower case. */
    private static String said(String body) {
        try {
            var error = JSON.readTree(body).path("error");
            return error.isObject()
                    ? text(error, "code") + text(error, "type") + text(error, "message")
                    : error.asText();
        } catch (IOException noJson) {
            return "";
        }
    }

    private static String text(JsonNode error, String name) {
        return error.path(name).asText("").toLowerCase(Locale.ROOT) + "\n";
    }

    /** In seconds; a date is not worth the trouble. */
    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("retry-after")
                .filter(value -> value.matches("[0-9]{1,6}(\\.[0-9]{1,6})?"))
                .map(value -> Duration.ofMillis((long) (Double.parseDouble(value) * 1000)));
    }
}
