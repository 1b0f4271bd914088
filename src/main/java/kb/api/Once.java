package kb.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kb.http.Body;
import kb.http.Call;
import kb.http.Handler;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Request;
import kb.http.Response;
import kb.http.Violation;
import kb.outside.Deadline;
import kb.outside.Unavailable;
import kb.repeats.Attempt;
import kb.repeats.Note;
import kb.repeats.Repeats;
import kb.repeats.Start;
import kb.store.Sha256;

/**
 * Makes a route do once what is asked for twice with the same {@code idempotency-key}; without that header nothing is different.
 *
 * <p>The request is the same when method, path, query, media type and body are. Problems are not kept: their key is free again.
 */
public final class Once {
    private static final String HEADER = "idempotency-key";
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);
    /** The rest of the time is for saying that the work failed. */
    private static final double SHARE = 0.95;
    /** Beside the header fields, which have no such names. */
    private static final String STATUS = ":status";

    private static final String BODY = ":body";

    /** What a retelling finds of what was made: where it is. */
    static final String LOCATION = "location";

    private final Repeats repeats;

    public Once(Repeats repeats) {
        this.repeats = repeats;
    }

    /** Does the work and writes the note along with it. */
    @FunctionalInterface
    interface Work {
        Response handle(Call call, Note note);
    }

    /** Answers again. @param answer as it was noted */
    @FunctionalInterface
    interface Retelling {
        Response handle(Call call, Map<String, String> answer);
    }

    /** For a route whose answers are short texts that may be kept as they are. */
    Handler of(Handler handler) {
        return of((call, note) -> kept(handler.handle(call), note), (_, answer) -> response(answer));
    }

    /** For a route that makes something, which is told of anew from where it is. */
    Handler of(Handler handler, Retelling again) {
        return of(
                (call, note) -> {
                    var response = handler.handle(call);
                    if (response.status() < 400) repeats.keep(note, Map.of(LOCATION, location(response)));
                    return response;
                },
                again);
    }

    private static String location(Response response) {
        return response.headers().get(LOCATION);
    }

    /** For a route whose answers are stored anyway, and may have to change there, as when a document is erased. */
    Handler of(Work work, Retelling again) {
        return call -> {
            var key = key(call.request());
            if (key.isEmpty()) return work.handle(call, Note.NONE);
            var person = Asker.person(call.caller());
            return switch (repeats.begin(person, key.get(), hashed(call.request()))) {
                case Start.Begun(var attempt) -> work(call, work, attempt);
                case Start.Answered(var answer) -> again.handle(call, answer);
                case Start.AnsweredAtLength() ->
                    throw reused(
                            "its request is done, but the answer was too large to be kept; look what there is now");
                case Start.Running() ->
                    throw new ProblemException(new Problem.RequestInProgress(Math.toIntExact(TRY_AGAIN.toSeconds())));
                case Start.OtherRequest() ->
                    throw reused("it came with another request before; give each request a key of its own");
            };
        };
    }

    private static Optional<String> key(Request request) {
        var given = request.headers().all(HEADER);
        if (given.isEmpty()) return Optional.empty();
        var key = String.join(",", given); // as API Gateway does
        if (KEY.matcher(key).matches()) return Optional.of(key);
        var violation = new Violation(HEADER, "must be 1 to 255 visible ASCII characters");
        throw new ProblemException(new Problem.Invalid(List.of(violation)));
    }

    private static String hashed(Request request) {
        var head = String.join("\n", request.method(), request.path(), request.query(), request.mediaType(), "");
        return Sha256.hex(head.getBytes(StandardCharsets.UTF_8), request.body().toArray());
    }

    private static ProblemException reused(String why) {
        return new ProblemException(new Problem.IdempotencyKeyReused(why));
    }

    private Response work(Call call, Work work, Attempt attempt) {
        var response = freeing(attempt, () -> work.handle(call, repeats.note(attempt)));
        if (response.body() instanceof Body.Events(var stream)) {
            return new Response(response.status(), response.headers(), new Body.Events(toTheEnd(attempt, stream)));
        }
        if (response.status() >= 400) repeats.free(attempt);
        return response;
    }

    private <T> T freeing(Attempt attempt, Supplier<T> work) {
        try {
            return Deadline.within(SHARE, work);
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            try {
                repeats.free(attempt);
            } catch (Unavailable also) {
                failure.addSuppressed(also);
            }
            throw failure;
        }
    }

    /** A caller who can ask again may go away: the work goes on, and is there when it is back. */
    private Body.Stream toTheEnd(Attempt attempt, Body.Stream stream) {
        return receiver -> {
            var gone = new AtomicReference<Body.CallerGone>();
            freeing(attempt, () -> {
                stream.sendTo(event -> {
                    try {
                        if (gone.get() == null) receiver.accept(event);
                    } catch (Body.CallerGone now) {
                        gone.set(now);
                    }
                });
                return null;
            });
            if (gone.get() != null) throw gone.get();
        };
    }

    private Response kept(Response response, Note note) {
        if (response.status() < 400) repeats.keep(note, answer(response));
        return response;
    }

    private static Map<String, String> answer(Response response) {
        if (!(response.body() instanceof Body.Text(var text))) {
            throw new IllegalStateException("only texts are kept as they are");
        }
        var answer = new TreeMap<>(response.headers());
        answer.put(STATUS, Integer.toString(response.status()));
        answer.put(BODY, text);
        return answer;
    }

    private static Response response(Map<String, String> answer) {
        var headers = new TreeMap<>(answer);
        var status = Integer.parseInt(headers.remove(STATUS));
        return new Response(status, headers, new Body.Text(headers.remove(BODY)));
    }
}
