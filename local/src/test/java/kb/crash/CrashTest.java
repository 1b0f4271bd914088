package kb.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed, at whatever point: nothing that was acknowledged is lost, nothing is seen in part, and soon all
 * is as if nothing had happened.
 *
 * <p>{@code -Dkb.crashes=10} for more points, {@code -Dkb.seed=} for others, {@code -Dkb.at=replace/ingest} for those there;
 * {@code task crash} takes them all.
 */
@Tag("parts")
@Timeout(3_600)
class CrashTest {
    /** So that points which are lost are noticed. */
    private static final int LEAST_POINTS = 40;

    /** How often a run may take another way than the one that passes the point. */
    private static final int ATTEMPTS = 3;

    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    @TempDir
    Path folder;

    @Test
    void whatever_a_killed_process_leaves_is_healed_by_the_next() throws Exception {
        var random = Seed.random();
        var base = Base.in(folder.resolve("base"), Papers.of(random));
        var points = new ArrayList<List<Point>>();
        for (var operation : Operation.values()) {
            if (!Seed.AT.isEmpty() && !Seed.AT.startsWith(operation.word() + "/")) continue;
            var undisturbed = Undisturbed.run(base, operation, folder.resolve(operation.word()));
            points.addAll(byPlace(undisturbed, random));
        }
        var all = points.stream().mapToInt(List::size).sum();
        assertTrue(all >= (Seed.AT.isEmpty() ? LEAST_POINTS : 1), "only " + all + " points");
        var chosen = chosen(points, Seed.CRASHES, random);
        System.out.printf("%d of %d points%n%s%n", chosen.size(), all, Outcome.heading());
        var outcomes = run(base, chosen);
        assertEquals(
                List.of(),
                outcomes.stream().filter(one -> !one.complaints().isEmpty()).toList());
    }

    private record Point(Undisturbed undisturbed, String name) {}

    /** The points of an operation, those of its request apart from those of the work that it leaves, each in random order. */
    private static List<List<Point>> byPlace(Undisturbed undisturbed, Random random) {
        var places = new LinkedHashMap<String, List<Point>>();
        for (var name : undisturbed.points()) {
            var who = name.split("/")[1];
            if (!undisturbed.operation().isOwn(who) || !name.startsWith(Seed.AT)) continue;
            places.computeIfAbsent(who, _ -> new ArrayList<>()).add(new Point(undisturbed, name));
        }
        places.values().forEach(points -> Collections.shuffle(points, random));
        return List.copyOf(places.values());
    }

    /** In turns from everywhere. */
    private static List<Point> chosen(List<List<Point>> places, int most, Random random) {
        Collections.shuffle(places, random);
        var chosen = new ArrayList<Point>();
        for (int round = 0; round < places.stream().mapToInt(List::size).max().orElse(0); round++) {
            for (var place : places) if (round < place.size()) chosen.add(place.get(round));
        }
        return chosen.subList(0, Math.min(most, chosen.size()));
    }

    private List<Outcome> run(Base base, List<Point> points) throws Exception {
        try (var runs = Executors.newFixedThreadPool(AT_ONCE)) {
            var outcomes = new ArrayList<Outcome>();
            var all = points.stream()
                    .map(point -> runs.submit(() -> run(base, point)))
                    .toList();
            for (var one : all) outcomes.add(one.get());
            return outcomes;
        }
    }

    private Outcome run(Base base, Point point) {
        var outcome = outcome(base, point);
        System.out.println(outcome.line());
        return outcome;
    }

    private Outcome outcome(Base base, Point point) {
        var name = "killed-at-" + point.name().replace('/', '-');
        try {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                try (var crash = new Crash(base, point.undisturbed(), point.name(), folder.resolve(name))) {
                    var outcome = crash.run();
                    if (outcome.isPresent()) return outcome.get();
                }
            }
            throw new AssertionError("it never came to that point");
        } catch (Exception | AssertionError failure) {
            return Outcome.broken(point.name(), failure);
        }
    }
}
