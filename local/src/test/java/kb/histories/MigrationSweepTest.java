package kb.histories;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A change over to another index, with everything else at each of its calls, and at each call of everything else.
 *
 * <p>After each step searches find all that is visible and nothing else: there is no empty moment and no half one.
 */
class MigrationSweepTest {
    private static final int MOST_CALLS = 500;
    private static final Operation MIGRATE = new Operation.Migrate();
    private static final List<Operation> CHANGES = List.of(new Operation.Reindex(), new Operation.Reconfigure(1));

    @BeforeAll
    static void without_a_log() {
        ((Logger) LoggerFactory.getLogger("kb")).setLevel(Level.OFF);
    }

    @AfterAll
    static void with_a_log() {
        ((Logger) LoggerFactory.getLogger("kb")).setLevel(Level.INFO);
    }

    @Test
    void anything_may_happen_in_the_middle_of_a_change() {
        for (var change : CHANGES) {
            for (var other : operations()) sweep(change, MIGRATE, other, _ -> Optional.empty());
        }
    }

    @Test
    void a_change_may_happen_in_the_middle_of_anything() {
        for (var change : CHANGES) {
            for (var operation : operations()) sweep(change, operation, MIGRATE, _ -> Optional.empty());
        }
    }

    @Test
    void either_may_break_off_in_the_middle() {
        IntFunction<Optional<Trouble.Fault>> fault =
                call -> Optional.of(new Trouble.Fault(call + 1 + call % 7, 100, false, call % 3 == 0));
        for (var change : CHANGES) {
            for (var operation : operations()) {
                sweep(change, operation, MIGRATE, fault);
                sweep(change, MIGRATE, operation, fault);
            }
        }
    }

    @Test
    void another_change_may_be_wanted_in_the_middle_of_one() {
        for (var change : CHANGES) {
            for (var other : List.of(new Operation.Reindex(), new Operation.Reconfigure(0))) {
                sweep(change, MIGRATE, other, _ -> Optional.empty());
            }
        }
    }

    @Test
    void a_process_may_be_killed_at_any_call_of_a_change_and_goes_on_after_it() {
        for (var change : CHANGES) {
            for (int first = 1; first <= 60; first++) {
                for (int then = 1; then <= 20; then += 3) {
                    var steps = prepared();
                    steps.add(alone(change));
                    steps.add(killed(first));
                    steps.add(killed(then));
                    steps.add(alone(new Operation.Search()));
                    History.run(steps);
                }
            }
        }
    }

    /** The other happens before the first call of the operation, before its second, and so on to its last. */
    private static void sweep(
            Operation change, Operation operation, Operation other, IntFunction<Optional<Trouble.Fault>> fault) {
        var happened = true;
        for (int call = 1; happened; call++) {
            assertTrue(call < MOST_CALLS, () -> operation + " has no end");
            var steps = prepared();
            steps.add(alone(change));
            steps.add(new Step(operation, fault.apply(call), call, List.of(other)));
            happened = History.run(steps);
        }
    }

    private static Step killed(int call) {
        return new Step(MIGRATE, Optional.of(new Trouble.Fault(call, 1, call % 2 == 0, true)), 1, List.of());
    }

    /** Two are live, one of them in two batches, one was replaced, one waits to take a name over. */
    private static List<Step> prepared() {
        var steps = new ArrayList<Step>();
        for (var upload : List.of(
                new Operation.Upload(0, 0, false),
                new Operation.Upload(0, 1, true),
                new Operation.Upload(1, 2, false))) {
            steps.add(alone(upload));
            steps.add(alone(new Operation.Work(0)));
        }
        steps.add(alone(new Operation.Upload(0, 0, true)));
        return steps;
    }

    private static List<Operation> operations() {
        return List.of(
                new Operation.Upload(2, 1, false),
                new Operation.Delete(1),
                new Operation.Delete(2),
                new Operation.Delete(3),
                new Operation.Again(3),
                new Operation.Search(),
                MIGRATE);
    }

    private static Step alone(Operation operation) {
        return new Step(operation, Optional.empty(), 1, List.of());
    }
}
