package kb.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kb.documents.Document;

/** Steps taken one after the other, each compared with what the model says may have come of it. */
final class History {
    private static final int MOST_ROUNDS = 40;
    private static final int DAY = (int) Duration.ofDays(1).toSeconds() + 1;

    private final World world = new World();
    private final Set<Model> models = new LinkedHashSet<>(Set.of(Model.EMPTY));
    private final Map<String, Integer> contents = new HashMap<>();
    private final Map<Integer, Integer> erased = new HashMap<>();
    private final List<Integer> interruptions = new ArrayList<>();
    private final List<Operation> reconfigured = new ArrayList<>();

    /** Returns whether anything happened in the middle of something else. */
    static boolean run(List<Step> steps) {
        var history = new History();
        steps.forEach(history::take);
        history.settle();
        new Settled(history.world, history.models.iterator().next()).check();
        history.nothingWasPaidTwice();
        return !history.interruptions.isEmpty();
    }

    private void take(Step step) {
        var others = new ArrayList<Expectations.Done>();
        var main = new ArrayList<Expectations.Done>();
        world.arrived();
        var interruption = new Trouble.Interruption(
                step.call(), () -> step.others().forEach(other -> others.add(world.does(other))));
        world.trouble().during(step.fault(), Optional.of(interruption), () -> main.add(world.does(step.operation())));
        if (world.trouble().killed()) world.restart(step.call() % 2 == 0);
        if (!others.isEmpty()) interruptions.add(step.call());
        compare(step, main.getFirst(), others);
        note(main.getFirst());
        others.forEach(this::note);
    }

    private void compare(Step step, Expectations.Done main, List<Expectations.Done> others) {
        var observed = observed();
        var possible = Expectations.after(models, main, others);
        var before = List.copyOf(models);
        models.clear();
        possible.stream().filter(model -> model.docs().equals(observed)).forEach(models::add);
        assertFalse(models.isEmpty(), () -> "after %s,%n done %s,%n others %s,%n from %s:%n there is %s%n and may be %s"
                .formatted(step, main, others, before, observed, possible));
        assertEquals(Expectations.visible(models.iterator().next()), new People(world.sight()).found(), "found");
    }

    private SortedMap<String, Model.Doc> observed() {
        var observed = new TreeMap<String, Model.Doc>();
        var catalog = world.sight().background().catalog();
        for (var document : catalog.find(World.TENANT, world.arrived())) {
            observed.put(document.documentId().toString(), doc(document));
        }
        observed.forEach((id, doc) -> contents.put(id, doc.content()));
        return observed;
    }

    private Model.Doc doc(Document document) {
        var names = document.names().stream()
                .map(name -> new Model.Named(name.filename(), name.version(), name.held()))
                .toList();
        return new Model.Doc(
                Contents.of(document), stage(document), names, document.title().orElse(""));
    }

    /** Nothing fails but what is broken, and what was interrupted again and again. */
    private Model.Stage stage(Document document) {
        return switch (document.state().status()) {
            case READY -> Model.Stage.READY;
            case FAILED -> {
                var code = document.state().error().orElseThrow().code();
                var troubles = world.trouble().fired() + interruptions.size();
                if (!Contents.broken(Contents.of(document))) {
                    assertTrue(code.endsWith("_crashed") && troubles >= 3, code + " after " + troubles + " troubles");
                }
                yield Model.Stage.FAILED;
            }
            default -> Model.Stage.WAITING;
        };
    }

    private void note(Expectations.Done done) {
        if (done.operation() instanceof Operation.Reconfigure) reconfigured.add(done.operation());
        if (done.operation() instanceof Operation.Delete && contents.containsKey(done.document())) {
            erased.merge(contents.get(done.document()), 1, Integer::sum);
        }
    }

    private void settle() {
        for (int round = 0; round < MOST_ROUNDS && !settled(); round++) {
            alone(new Operation.Wait(180));
            alone(new Operation.Janitor());
            alone(new Operation.Migrate());
            for (int waiting = world.waiting(); waiting > 0; waiting--) alone(new Operation.Work(0));
        }
        assertTrue(
                settled(),
                () -> "work is left: " + world.sight().background().catalog().work());
        for (int day = 0; day < 2; day++) {
            alone(new Operation.Wait(DAY));
            alone(new Operation.Janitor());
            alone(new Operation.Migrate());
        }
    }

    private boolean settled() {
        return world.waiting() == 0
                && world.sight().background().catalog().work().isEmpty();
    }

    private void alone(Operation operation) {
        take(new Step(operation, Optional.empty(), 0, List.of()));
    }

    /** A text is sent to the model once, and once more for each thing that went wrong or each time it was erased, or the vectors of its model were. */
    private void nothingWasPaidTwice() {
        var excused = 1 + world.trouble().fired() + interruptions.size() + reconfigured.size();
        for (var embedder : world.models().both())
            embedder.sent().forEach((text, times) -> {
                var most = excused + erased.getOrDefault(Contents.ofText(text), 0);
                assertTrue(times <= most, () -> text + " was embedded " + times + " times, not at most " + most);
            });
    }
}
