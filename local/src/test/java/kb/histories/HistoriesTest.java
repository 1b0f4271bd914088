package kb.histories;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.slf4j.LoggerFactory;

/**
 * Whatever is uploaded, replaced and deleted, in whatever order, whatever fails meanwhile: once it settles, everything is
 * there once, or not at all.
 *
 * <p>How many histories: {@code -Djqwik.tries.default=10000}. A failure tells its seed and is shrunk.
 */
@Tag("parts")
class HistoriesTest {
    /** Ten thousand histories warn of very many failures, all of them wanted. */
    @BeforeContainer
    static void without_a_log() {
        level(Level.OFF);
    }

    @AfterContainer
    static void with_a_log() {
        level(Level.INFO);
    }

    private static void level(Level level) {
        ((Logger) LoggerFactory.getLogger("kb")).setLevel(level);
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void no_history_leaves_a_document_doubled_or_half_visible(@ForAll("histories") List<Step> steps) {
        History.run(steps);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return steps().list().ofMinSize(2).ofMaxSize(20);
    }

    private static Arbitrary<Step> steps() {
        var calls = Arbitraries.integers().between(1, 45);
        var others = operations().list().ofMinSize(1).ofMaxSize(3);
        var calm = Arbitraries.just(List.<Operation>of());
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(12, operations()), Tuple.of(1, restarts()), Tuple.of(1, REFILL)),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(Optional.<Trouble.Fault>empty())),
                                Tuple.of(1, faults().map(Optional::of))),
                        calls,
                        Arbitraries.frequencyOf(Tuple.of(4, calm), Tuple.of(1, others)))
                .as(HistoriesTest::step);
    }

    /** An upload ends within the hour: the janitor takes older bytes without a record for leftovers. */
    private static Step step(Operation operation, Optional<Trouble.Fault> fault, int call, List<Operation> others) {
        var allowed = others.stream()
                .filter(other -> !(operation instanceof Operation.Upload
                        && other instanceof Operation.Wait(var seconds)
                        && seconds > 1_000))
                .toList();
        return new Step(operation, fault, call, allowed);
    }

    private static final Arbitrary<Operation> REFILL = Arbitraries.just(new Operation.Refill());

    private static Arbitrary<Trouble.Fault> faults() {
        var calls = Arbitraries.integers().between(1, 45);
        var span = Arbitraries.of(1, 1, 2, 100);
        var choice = Arbitraries.of(true, false);
        return Combinators.combine(calls, span, choice, choice).as(Trouble.Fault::new);
    }

    private static Arbitrary<Operation> restarts() {
        return Arbitraries.of(true, false).map(Operation.Restart::new);
    }

    private static Arbitrary<Operation> operations() {
        var number = Arbitraries.integers().between(0, 5);
        return Arbitraries.frequencyOf(
                Tuple.of(6, uploads()),
                Tuple.of(6, number.map(Operation.Work::new)),
                Tuple.of(2, number.map(Operation.Again::new)),
                Tuple.of(2, number.map(Operation.Delete::new)),
                Tuple.of(1, number.map(Operation.Retry::new)),
                Tuple.of(1, number.map(document -> new Operation.Describe(document, "title"))),
                Tuple.of(1, Arbitraries.just(new Operation.Search())),
                Tuple.of(1, Arbitraries.just(new Operation.Janitor())),
                Tuple.of(1, changes()),
                Tuple.of(3, Arbitraries.just(new Operation.Migrate())),
                Tuple.of(2, Arbitraries.of(10, 70, 150, 4_000, 90_000).map(Operation.Wait::new)));
    }

    /** What makes another index wanted. */
    private static Arbitrary<Operation> changes() {
        return Arbitraries.of(new Operation.Reindex(), new Operation.Reconfigure(0), new Operation.Reconfigure(1));
    }

    private static Arbitrary<Operation> uploads() {
        var names = Arbitraries.integers().between(0, 2);
        var contents =
                Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(4, 1), Tuple.of(1, 2), Tuple.of(1, 3), Tuple.of(2, 4));
        return Combinators.combine(names, contents, Arbitraries.of(true, false)).as(Operation.Upload::new);
    }
}
