package kb.http;

import java.util.Locale;
import java.util.TreeSet;

/** Problems as they look on the wire (RFC 9457). */
final class ProblemJson implements Dialect {
    @Override
    public Response render(Problem problem, Request request) {
        return sketch(problem).response(request);
    }

    static Sketch sketch(Problem problem) {
        return switch (problem) {
            case Problem.NoSuchRoute() ->
                new Sketch(
                        404,
                        "no-such-route",
                        "No such route",
                        "see /openapi.json for all routes; paths end without a slash");
            case Problem.MethodNotAllowed(var allowed) ->
                new Sketch(405, "method-not-allowed", "Method not allowed", "use " + joined(allowed))
                        .with("allow", joined(allowed));
            case Problem.Malformed(var why) -> new Sketch(400, "malformed", "Request not understood", why);
            case Problem.Invalid(var violations) ->
                new Sketch(422, "invalid", "Request not valid", "see violations for each field").with(violations);
            case Problem.UnsupportedMediaType(var expected) ->
                new Sketch(
                                415,
                                "unsupported-media-type",
                                "Content type not supported",
                                "send content-type: " + expected)
                        .with("accept", expected);
            case Problem.TooLarge(var what, var limit, var instead) ->
                new Sketch(
                        413,
                        "too-large",
                        "Too large",
                        String.format(Locale.ROOT, "%s may have at most %,d bytes; %s", what, limit, instead));
            case Problem.HeadTooLarge(var status, var what, var limit) ->
                new Sketch(
                        status,
                        "head-too-large",
                        "Too large before the body",
                        String.format(Locale.ROOT, "%s may have at most %,d bytes", what, limit));
            case Problem.TooSlow() ->
                new Sketch(408, "too-slow", "Too slow", "the request did not arrive in time; send it again");
            case Problem.AnswerTooLarge(var limit) ->
                new Sketch(
                        422,
                        "answer-too-large",
                        "Too much for one answer",
                        String.format(
                                Locale.ROOT,
                                "the answer has more than the %,d bytes that can be sent here; ask for less at once, of a chat by"
                                        + " GET /chats/{chat_id}/messages with a limit",
                                limit));
            case Problem.EmptyFile() ->
                new Sketch(422, "empty-file", "The file is empty", "send a PDF with at least one byte");
            case Problem.NotAPdf() ->
                new Sketch(
                        422,
                        "not-a-pdf",
                        "Not a PDF",
                        "the file has no %PDF- mark in its first 1,024 bytes; send a PDF");
            case Problem.DuplicateFilename(var name, var id) ->
                new Sketch(
                        409,
                        "duplicate-filename",
                        "A document of this name exists",
                        ("document %s is named %s and has other content; choose another name,"
                                        + " or add ?replace=true to make this its next version")
                                .formatted(id, name));
            case Problem.UploadIncomplete(var id) ->
                new Sketch(
                        409,
                        "upload-incomplete",
                        "Not uploaded yet",
                        "the PDF of document %s has not arrived; put it, or announce it again for a new address"
                                .formatted(id));
            case Problem.TooManyNames(var id, var most) ->
                new Sketch(
                        409,
                        "too-many-names",
                        "A document has only so many names",
                        "these bytes are document %s, which has had %d names; no more fit: use one of those"
                                .formatted(id, most));
            case Problem.PageNotDrawn(var id, var page, var why) ->
                new Sketch(
                        422,
                        "page-not-drawn",
                        "No picture of this page",
                        "page %d of document %s cannot be drawn: %s".formatted(page, id, why));
            case Problem.NotFailed(var id, var status) ->
                new Sketch(
                        409,
                        "not-failed",
                        "Not failed",
                        "document %s is %s; only a failed one is tried again".formatted(id, status));
            case Problem.IdempotencyKeyReused(var why) ->
                new Sketch(422, "idempotency-key-reused", "This key has been used", why);
            case Problem.RequestInProgress(var seconds) ->
                new Sketch(
                                409,
                                "request-in-progress",
                                "Still at it",
                                "the first request with this key is still being answered; try again in %d seconds"
                                        .formatted(seconds))
                        .with("retry-after", Integer.toString(seconds));
            case Problem.RateLimited(var requests, var window, var seconds) ->
                new Sketch(
                                429,
                                "rate-limited",
                                "Too many requests",
                                "%d requests of this kind in %d seconds are the most; try again in %d seconds"
                                        .formatted(requests, window, seconds))
                        .with("retry-after", Integer.toString(seconds));
            case Problem.TurnInProgress(var id, var seconds) ->
                new Sketch(
                                409,
                                "turn-in-progress",
                                "One question at a time",
                                "a question in chat %s is still being answered; ask again in %d seconds"
                                        .formatted(id, seconds))
                        .with("retry-after", Integer.toString(seconds));
            case Problem.NotLastAnswer(var id) ->
                new Sketch(
                        409,
                        "not-last-answer",
                        "Not the last answer",
                        "only the last answer of a chat is made anew, and %s is not the last; ask its question again"
                                .formatted(id));
            case Problem.BudgetExhausted(var seconds) ->
                new Sketch(
                                429,
                                "budget-exhausted",
                                "This month's budget is used up",
                                "see /usage; the next month begins in %d seconds, or ask whoever runs this service for more"
                                        .formatted(seconds))
                        .with("retry-after", Integer.toString(seconds));
            case Problem.NotFound(var what, var id) ->
                new Sketch(404, "not-found", "Not found", "no %s %s".formatted(what, id));
            case Problem.Unauthenticated(var why) ->
                new Sketch(401, "unauthenticated", "Sign in first", why).with("www-authenticate", "Bearer");
            case Problem.Forbidden forbidden ->
                new Sketch(
                        403,
                        "forbidden",
                        "Not allowed",
                        "needs a token with the role " + forbidden.needed().role());
            case Problem.Unavailable(var part, var title, var seconds) ->
                new Sketch(
                                503,
                                part + "-unavailable",
                                "Try again later",
                                "the %s is not answering; try again in %d seconds".formatted(title, seconds))
                        .with("retry-after", Integer.toString(seconds));
            case Problem.ModelBusy(var seconds) -> sketch(new Problem.Unavailable("model", "chat model", seconds));
            case Problem.ModelQuota() ->
                operatorNeeded(
                        "model-quota",
                        "The chat model is used up",
                        "its provider gives no more until somebody pays for it; the passages are the nearest ones");
            case Problem.ModelKey() ->
                operatorNeeded(
                        "model-key",
                        "The chat model does not know us",
                        "its provider does not accept the key of this service; tell whoever runs it to set OPENAI_API_KEY");
            case Problem.ModelUnknown() ->
                operatorNeeded(
                        "model-unknown",
                        "The chat model is not there",
                        "its provider has none of the configured name; tell whoever runs it to look at OPENAI_MODEL and OPENAI_API_BASE");
            case Problem.ContentRefused() ->
                new Sketch(
                        422,
                        "content-refused",
                        "The chat model refuses",
                        "its provider does not have this answered; ask otherwise, or read the passages");
            case Problem.Telling(var told, var more) -> sketch(told).telling(more);
            case Problem.Unexpected(var incident) ->
                new Sketch(
                        500,
                        "unexpected",
                        "Something went wrong",
                        "our fault: try again, and if it stays so, report incident " + incident);
        };
    }

    /** A person has to do something first. */
    private static Sketch operatorNeeded(String kind, String title, String detail) {
        return new Sketch(503, kind, title, detail).with("retry-after", "600");
    }

    private static String joined(Iterable<String> words) {
        var sorted = new TreeSet<String>();
        words.forEach(sorted::add);
        return String.join(", ", sorted);
    }
}
