package kb.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import kb.local.DoomedTwin;
import kb.local.TwinClient;
import kb.local.TwinProcess;

/**
 * An operation that nothing interrupts.
 *
 * @param points all that a process could have died at
 * @param embedded how many passages
 */
record Undisturbed(Operation operation, List<String> points, State state, int embedded) {
    static Undisturbed run(Base base, Operation operation, Path folder) throws Exception {
        var passed = folder.resolve("points");
        try (var place = Place.like(base.folder(), folder)) {
            operation.prepare(place.data());
            var began = Instant.now();
            try (var twin = TwinProcess.of(
                            DoomedTwin.class, folder, place.settings(KillingPoints.passed(operation, passed)));
                    var person = new TwinClient(twin.address(), twin.token());
                    var unfinished = new Unfinished(place.data())) {
                var noted = new Noted();
                operation.act().by(person, base.papers(), noted);
                var watch = new Watch(person, base.promise(operation, noted));
                watch.untilHealed(began, unfinished);
                if (!watch.complaints().isEmpty()) throw new AssertionError("undisturbed: " + watch.complaints());
                var state = State.of(person, base.papers());
                return new Undisturbed(
                        operation,
                        Files.readAllLines(passed),
                        state,
                        place.embedded().size());
            }
        }
    }
}
