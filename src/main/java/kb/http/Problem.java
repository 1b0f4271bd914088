package kb.http;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every failure a caller is told about. Add a kind here and the compiler points at the rest of the work. */
public sealed interface Problem {
    record NoSuchRoute() implements Problem {}

    record MethodNotAllowed(Set<String> allowed) implements Problem {}

    record Malformed(String why) implements Problem {}

    record Invalid(List<Violation> violations) implements Problem {}

    record UnsupportedMediaType(String expected) implements Problem {}

    /** @param instead what to do */
    record TooLarge(String what, long limitBytes, String instead) implements Problem {}

    /** The answer is longer than what can be sent. */
    record AnswerTooLarge(int limitBytes) implements Problem {}

    /** Of the request line or of the fields after it; the status says which (414 or 431). */
    record HeadTooLarge(int status, String what, int limitBytes) implements Problem {}

    /** The request did not arrive completely in time. */
    record TooSlow() implements Problem {}

    record EmptyFile() implements Problem {}

    record NotAPdf() implements Problem {}

    record DuplicateFilename(String filename, String documentId) implements Problem {}

    record UploadIncomplete(String documentId) implements Problem {}

    record TooManyNames(String documentId, int most) implements Problem {}

    /** @param why and what to do */
    record PageNotDrawn(String documentId, int page, String why) implements Problem {}

    record NotFailed(String documentId, String status) implements Problem {}

    record IdempotencyKeyReused(String why) implements Problem {}

    record TurnInProgress(String chatId, int retryAfterSeconds) implements Problem {}

    record NotLastAnswer(String messageId) implements Problem {}

    record RequestInProgress(int retryAfterSeconds) implements Problem {}

    /** One request of this kind too many in this window of time. */
    record RateLimited(int requests, int windowSeconds, int retryAfterSeconds) implements Problem {}

    record BudgetExhausted(int retryAfterSeconds) implements Problem {}

    record NotFound(String what, String id) implements Problem {}

    record Unauthenticated(String why) implements Problem {}

    /** @param has what the caller's token gives */
    record Forbidden(Access needed, Access has) implements Problem {}

    /**
     * @param part what is down, as {@code <part>-unavailable} names it
     * @param title what is down, as people call it
     */
    record Unavailable(String part, String title, int retryAfterSeconds) implements Problem {}

    /** The chat model takes no more for now: to most callers the same as one that does not answer. */
    record ModelBusy(int retryAfterSeconds) implements Problem {}

    /** Nothing more is paid for at the provider of the chat model. */
    record ModelQuota() implements Problem {}

    /** The provider of the chat model does not accept our key: never the caller's mistake. */
    record ModelKey() implements Problem {}

    /** The provider of the chat model has none of the name that is configured: never the caller's mistake. */
    record ModelUnknown() implements Problem {}

    /** The provider of the chat model will not have this answered. */
    record ContentRefused() implements Problem {}

    /** @param more what comes along with the problem, by name */
    record Telling(Problem problem, Map<String, ?> more) implements Problem {}

    record Unexpected(String incident) implements Problem {}
}
