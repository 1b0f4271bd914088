package kb;

import java.util.List;
import java.util.Optional;
import kb.http.Problem;
import kb.http.Violation;
import kb.outside.Unavailable;
import kb.repeats.Overtaken;
import kb.store.BadCursor;

/** Which exceptions are not our bugs, and what the caller is told instead. */
final class Failures {
    private static final int RETRY_AFTER_SECONDS = 10;

    private Failures() {}

    static Optional<Problem> explain(RuntimeException failure) {
        return switch (failure) {
            case Unavailable down ->
                Optional.of(
                        new Problem.Unavailable(down.part().word(), down.part().title(), RETRY_AFTER_SECONDS));
            case Overtaken _ -> Optional.of(new Problem.RequestInProgress(RETRY_AFTER_SECONDS));
            case BadCursor _ ->
                Optional.of(new Problem.Invalid(List.of(new Violation("cursor", "is not one that a list gave you"))));
            default -> Optional.empty();
        };
    }
}
