package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import kb.http.Problem;
import kb.http.Violation;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.repeats.Overtaken;
import kb.store.BadCursor;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void a_part_that_is_down_is_told_with_its_name_and_when_to_try_again() {
        assertEquals(
                Optional.of(new Problem.Unavailable("index", "search index", 10)),
                Failures.explain(new Unavailable(Part.INDEX, new IllegalStateException("swordfish"))));
    }

    @Test
    void a_cursor_nobody_gave_is_the_callers_mistake() {
        assertEquals(
                Optional.of(new Problem.Invalid(List.of(new Violation("cursor", "is not one that a list gave you")))),
                Failures.explain(new BadCursor()));
    }

    @Test
    void who_lost_its_key_is_told_that_another_request_has_it() {
        assertEquals(Optional.of(new Problem.RequestInProgress(10)), Failures.explain(new Overtaken()));
    }

    @Test
    void anything_else_is_our_bug() {
        assertEquals(Optional.empty(), Failures.explain(new IllegalStateException("swordfish")));
    }
}
