package kb.histories;

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

/** Not at random but one by one: each operation in the middle of each other, and a process killed at each of its calls. */
class SweepTest {
    private static final int CALLS = 40;
    private static final int IN_TWO_BATCHES = 2;

    @BeforeAll
    static void without_a_log() {
        ((Logger) LoggerFactory.getLogger("kb")).setLevel(Level.OFF);
    }

    @AfterAll
    static void with_a_log() {
        ((Logger) LoggerFactory.getLogger("kb")).setLevel(Level.INFO);
    }

    @Test
    void any_operation_may_happen_in_the_middle_of_any_other() {
        for (var operation : operations()) {
            for (var other : operations()) sweep(operation, other, _ -> Optional.empty());
        }
    }

    @Test
    void either_of_two_operations_may_break_off_in_the_middle() {
        for (var operation : operations()) {
            for (var other : operations()) {
                sweep(
                        operation,
                        other,
                        call -> Optional.of(new Trouble.Fault(call + 1 + call % 7, 100, false, call % 3 == 0)));
            }
        }
    }

    /** The other happens before the first call of the operation, before its second, and so on to its last. */
    private static void sweep(Operation operation, Operation other, IntFunction<Optional<Trouble.Fault>> fault) {
        var happened = true;
        for (int call = 1; happened; call++) {
            var steps = prepared();
            steps.add(new Step(operation, fault.apply(call), call, List.of(other)));
            happened = History.run(steps);
        }
    }

    @Test
    void a_process_may_be_killed_at_any_call_again_and_again() {
        for (int first = 1; first <= CALLS; first++) {
            for (int then = 1; then <= CALLS / 2; then += 2) {
                var steps = new ArrayList<Step>();
                steps.add(alone(new Operation.Upload(0, IN_TWO_BATCHES, false)));
                steps.add(killed(first));
                for (int times = 0; times < 4; times++) {
                    steps.add(alone(new Operation.Wait(200)));
                    steps.add(killed(then));
                }
                History.run(steps);
            }
        }
    }

    @Test
    void the_index_may_be_lost_while_a_document_is_half_in_it() {
        for (int call = 1; call <= CALLS; call++) {
            var steps = new ArrayList<Step>();
            steps.add(alone(new Operation.Upload(0, IN_TWO_BATCHES, false)));
            steps.add(killed(call));
            steps.add(alone(new Operation.Refill()));
            History.run(steps);
        }
    }

    @Test
    void a_document_that_was_half_in_the_index_may_come_into_sight_in_the_middle_of_a_search() {
        for (int killed = 1; killed <= CALLS; killed++) {
            for (int call = 1; call <= CALLS / 4; call++) {
                var steps = new ArrayList<Step>();
                steps.add(alone(new Operation.Upload(0, IN_TWO_BATCHES, false)));
                steps.add(killed(killed));
                steps.add(alone(new Operation.Wait(200)));
                steps.add(new Step(new Operation.Search(), Optional.empty(), call, List.of(new Operation.Again(0))));
                History.run(steps);
            }
        }
    }

    private static Step killed(int call) {
        var fault = new Trouble.Fault(call, 1, call % 2 == 0, true);
        return new Step(new Operation.Again(0), Optional.of(fault), 1, List.of());
    }

    /** One version is live, one was replaced, one waits, and one with the same bytes has another name. */
    private static List<Step> prepared() {
        var steps = new ArrayList<Step>();
        steps.add(alone(new Operation.Upload(0, 0, false)));
        steps.add(alone(new Operation.Work(0)));
        steps.add(alone(new Operation.Upload(0, 1, true)));
        steps.add(alone(new Operation.Work(0)));
        steps.add(alone(new Operation.Upload(0, IN_TWO_BATCHES, true)));
        steps.add(alone(new Operation.Upload(1, 1, false)));
        return steps;
    }

    private static List<Operation> operations() {
        return List.of(
                new Operation.Upload(0, 0, true),
                new Operation.Upload(2, IN_TWO_BATCHES, false),
                new Operation.Upload(0, 4, true),
                new Operation.Delete(0),
                new Operation.Delete(1),
                new Operation.Delete(2),
                new Operation.Again(0),
                new Operation.Again(1),
                new Operation.Again(2),
                new Operation.Search());
    }

    private static Step alone(Operation operation) {
        return new Step(operation, Optional.empty(), 1, List.of());
    }
}
