package kb.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** One problem of each kind. */
final class ProblemKinds {
    private ProblemKinds() {}

    /** Each kind, its status, its name, and the sentence a person reads. */
    static Stream<Arguments> all() {
        return Stream.of(
                Arguments.of(
                        new Problem.NoSuchRoute(),
                        404,
                        "no-such-route",
                        "see /openapi.json for all routes; paths end without a slash"),
                Arguments.of(
                        new Problem.MethodNotAllowed(Set.of("POST", "GET")),
                        405,
                        "method-not-allowed",
                        "use GET, POST"),
                Arguments.of(new Problem.Malformed("say it so"), 400, "malformed", "say it so"),
                Arguments.of(new Problem.Invalid(List.of()), 422, "invalid", "see violations for each field"),
                Arguments.of(
                        new Problem.UnsupportedMediaType("application/json"),
                        415,
                        "unsupported-media-type",
                        "send content-type: application/json"),
                Arguments.of(
                        new Problem.TooLarge("a PDF", 10_000_000, "send less"),
                        413,
                        "too-large",
                        "a PDF may have at most 10,000,000 bytes; send less"),
                Arguments.of(
                        new Problem.AnswerTooLarge(6_000_000),
                        422,
                        "answer-too-large",
                        "the answer has more than the 6,000,000 bytes that can be sent here; ask for less at once, of a chat by"
                                + " GET /chats/{chat_id}/messages with a limit"),
                Arguments.of(new Problem.EmptyFile(), 422, "empty-file", "send a PDF with at least one byte"),
                Arguments.of(
                        new Problem.NotAPdf(),
                        422,
                        "not-a-pdf",
                        "the file has no %PDF- mark in its first 1,024 bytes; send a PDF"),
                Arguments.of(
                        new Problem.DuplicateFilename("a.pdf", "7"),
                        409,
                        "duplicate-filename",
                        "document 7 is named a.pdf and has other content; choose another name,"
                                + " or add ?replace=true to make this its next version"),
                Arguments.of(
                        new Problem.HeadTooLarge(431, "the header fields", 16_384),
                        431,
                        "head-too-large",
                        "the header fields may have at most 16,384 bytes"),
                Arguments.of(
                        new Problem.TooSlow(), 408, "too-slow", "the request did not arrive in time; send it again"),
                Arguments.of(
                        new Problem.UploadIncomplete("7"),
                        409,
                        "upload-incomplete",
                        "the PDF of document 7 has not arrived; put it, or announce it again for a new address"),
                Arguments.of(
                        new Problem.TooManyNames("7", 40),
                        409,
                        "too-many-names",
                        "these bytes are document 7, which has had 40 names; no more fit: use one of those"),
                Arguments.of(
                        new Problem.PageNotDrawn("7", 3, "the file is damaged; repair it"),
                        422,
                        "page-not-drawn",
                        "page 3 of document 7 cannot be drawn: the file is damaged; repair it"),
                Arguments.of(
                        new Problem.NotFailed("7", "ready"),
                        409,
                        "not-failed",
                        "document 7 is ready; only a failed one is tried again"),
                Arguments.of(new Problem.IdempotencyKeyReused("say it so"), 422, "idempotency-key-reused", "say it so"),
                Arguments.of(
                        new Problem.RequestInProgress(2),
                        409,
                        "request-in-progress",
                        "the first request with this key is still being answered; try again in 2 seconds"),
                Arguments.of(new Problem.NotFound("chat", "7"), 404, "not-found", "no chat 7"),
                Arguments.of(new Problem.Unauthenticated("send a token"), 401, "unauthenticated", "send a token"),
                Arguments.of(
                        new Problem.Forbidden(Access.READER, Access.READER),
                        403,
                        "forbidden",
                        "needs a token with the role user"),
                Arguments.of(
                        new Problem.Forbidden(Access.WRITER, Access.READER),
                        403,
                        "forbidden",
                        "needs a token with the role manager"),
                Arguments.of(
                        new Problem.Forbidden(Access.ADMIN, Access.READER),
                        403,
                        "forbidden",
                        "needs a token with the role admin"),
                Arguments.of(
                        new Problem.Unavailable("index", "search index", 10),
                        503,
                        "index-unavailable",
                        "the search index is not answering; try again in 10 seconds"),
                Arguments.of(
                        new Problem.ModelBusy(30),
                        503,
                        "model-unavailable",
                        "the chat model is not answering; try again in 30 seconds"),
                Arguments.of(
                        new Problem.RateLimited(60, 3_600, 7),
                        429,
                        "rate-limited",
                        "60 requests of this kind in 3600 seconds are the most; try again in 7 seconds"),
                Arguments.of(
                        new Problem.TurnInProgress("7", 2),
                        409,
                        "turn-in-progress",
                        "a question in chat 7 is still being answered; ask again in 2 seconds"),
                Arguments.of(
                        new Problem.NotLastAnswer("7"),
                        409,
                        "not-last-answer",
                        "only the last answer of a chat is made anew, and 7 is not the last; ask its question again"),
                Arguments.of(
                        new Problem.BudgetExhausted(86_400),
                        429,
                        "budget-exhausted",
                        "see /usage; the next month begins in 86400 seconds, or ask whoever runs this service for more"),
                Arguments.of(
                        new Problem.ModelQuota(),
                        503,
                        "model-quota",
                        "its provider gives no more until somebody pays for it; the passages are the nearest ones"),
                Arguments.of(
                        new Problem.ModelKey(),
                        503,
                        "model-key",
                        "its provider does not accept the key of this service; tell whoever runs it to set OPENAI_API_KEY"),
                Arguments.of(
                        new Problem.ModelUnknown(),
                        503,
                        "model-unknown",
                        "its provider has none of the configured name; tell whoever runs it to look at OPENAI_MODEL and OPENAI_API_BASE"),
                Arguments.of(
                        new Problem.ContentRefused(),
                        422,
                        "content-refused",
                        "its provider does not have this answered; ask otherwise, or read the passages"),
                Arguments.of(
                        new Problem.Telling(new Problem.NotFound("chat", "7"), Map.of("some", 1)),
                        404,
                        "not-found",
                        "no chat 7"),
                Arguments.of(
                        new Problem.Unexpected("i7"),
                        500,
                        "unexpected",
                        "our fault: try again, and if it stays so, report incident i7"));
    }
}
