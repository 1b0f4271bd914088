package kb.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import kb.local.TwinClient;
import kb.local.TwinProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed from outside, at any moment, while several people keep it busy. */
@Tag("parts")
@Timeout(1_800)
class KilledAnytimeTest {
    private static final int ROUNDS = Math.min(10, 1 + Seed.CRASHES / 5);
    private static final int KILLED = 128 + 9;
    private static final Duration SOON = Duration.ofMillis(400);

    @TempDir
    Path folder;

    @Test
    void what_was_acknowledged_is_there_and_whole() throws Exception {
        var random = Seed.random();
        for (int round = 1; round <= ROUNDS; round++) {
            try (var place = new Place(folder.resolve("round" + round))) {
                var titles = interrupted(place, random);
                assertEquals(List.of(), healed(place, new Aftermath(titles)), "round " + round);
                assertEquals(List.of(), Audit.complaints(place), "round " + round);
            }
        }
    }

    private static List<Title> interrupted(Place place, Random random) throws Exception {
        var answers = new CountDownLatch(random.nextInt(4, 30));
        var titles = new ArrayList<Title>();
        try (var twin = TwinProcess.in(place.folder(), place.settings(), List.of());
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var owners = Stream.of("h", "j", "k")
                    .map(name -> new Owner(
                            new TwinClient(twin.address(), twin.token()), name, new Random(random.nextLong()), answers))
                    .map(people::submit)
                    .toList();
            answers.await();
            LockSupport.parkNanos(random.nextLong(SOON.toNanos()));
            twin.signal("KILL");
            assertEquals(KILLED, twin.ended());
            for (Future<List<Title>> owner : owners) titles.addAll(owner.get());
        }
        return titles.stream().filter(title -> !title.papers().isEmpty()).toList();
    }

    private static List<String> healed(Place place, Aftermath aftermath) throws Exception {
        var began = Instant.now();
        try (var twin = TwinProcess.in(place.folder(), place.settings(), List.of());
                var person = TwinClient.patient(twin.address(), twin.token());
                var unfinished = new Unfinished(place.data())) {
            var watch = new Watch(person, aftermath.promise());
            var took = watch.untilHealed(began, unfinished);
            var complaints = new ArrayList<>(watch.complaints());
            complaints.addAll(aftermath.complaints(person));
            var again = place.embedded().size() - new HashSet<>(place.embedded()).size();
            if (again > Paper.BATCH) complaints.add(again + " passages were embedded twice");
            System.out.printf(
                    "%d documents: healed in %.1f s, %d passages embedded twice%n",
                    person.documents().size(), took.toMillis() / 1000.0, again);
            return complaints;
        }
    }
}
