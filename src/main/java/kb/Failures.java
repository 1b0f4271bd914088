package kb;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kb.chat.ModelFailure;
import kb.chat.Turns;
import kb.chat.Unanswered;
import kb.http.Problem;
import kb.http.Violation;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.repeats.Overtaken;
import kb.store.BadCursor;

/** Which exceptions are not our bugs, and what the caller is told instead. */
final class Failures {
    private static final int RETRY_AFTER_SECONDS = 10;
    private static final int LONGEST_RETRY_SECONDS = 3_600;

    private Failures() {}

    static Optional<Problem> explain(RuntimeException failure) {
        return switch (failure) {
            case Unavailable down ->
                Optional.of(
                        new Problem.Unavailable(down.part().word(), down.part().title(), RETRY_AFTER_SECONDS));
            case Unanswered unanswered -> Optional.of(withPassages(unanswered));
            case Overtaken _ -> Optional.of(new Problem.RequestInProgress(RETRY_AFTER_SECONDS));
            case Turns.Missed missed ->
                Optional.of(new Problem.TurnInProgress(missed.chatId().toString(), RETRY_AFTER_SECONDS));
            case BadCursor _ ->
                Optional.of(new Problem.Invalid(List.of(new Violation("cursor", "is not one that a list gave you"))));
            default -> Optional.empty();
        };
    }

    /** What was found is not lost. */
    private static Problem withPassages(Unanswered unanswered) {
        return new Problem.Telling(problem(unanswered.failure()), Map.of("passages", unanswered.passages()));
    }

    private static Problem problem(ModelFailure failure) {
        return switch (failure.kind()) {
            case QUOTA -> new Problem.ModelQuota();
            case UNAFFORDABLE ->
                new Problem.BudgetExhausted(failure.retryAfter()
                        .map(time -> Math.toIntExact(Math.max(1, time.toSeconds())))
                        .orElse(RETRY_AFTER_SECONDS));
            case KEY -> new Problem.ModelKey();
            case UNKNOWN -> new Problem.ModelUnknown();
            case REFUSED -> new Problem.ContentRefused();
            case TOO_LONG ->
                new Problem.Invalid(
                        List.of(new Violation("message", "is too long for the chat model: ask in fewer words")));
            case BUSY -> new Problem.ModelBusy(seconds(failure.retryAfter()));
            case SILENT, CUT, GARBLED, MISUSED, BROKEN ->
                new Problem.Unavailable(Part.MODEL.word(), Part.MODEL.title(), seconds(failure.retryAfter()));
        };
    }

    private static int seconds(Optional<Duration> asked) {
        return asked.map(time -> Math.clamp(time.toSeconds(), 1, LONGEST_RETRY_SECONDS))
                .orElse(RETRY_AFTER_SECONDS);
    }
}
