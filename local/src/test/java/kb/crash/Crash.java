package kb.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import kb.local.DoomedTwin;
import kb.local.TwinClient;
import kb.local.TwinProcess;

/** One process that dies at one point, and the next one over the same data. */
final class Crash implements AutoCloseable {
    private static final int KILLED = 128 + 9;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Base base;
    private final Undisturbed undisturbed;
    private final String point;
    private final Place place;
    private final Noted noted = new Noted();
    private final List<String> complaints = new ArrayList<>();

    Crash(Base base, Undisturbed undisturbed, String point, Path folder) throws IOException {
        this.base = base;
        this.undisturbed = undisturbed;
        this.point = point;
        this.place = Place.like(base.folder(), folder);
    }

    /** Empty when it never came to that point: on a busy machine a part may not answer in time, and the rest is left. */
    Optional<Outcome> run() throws Exception {
        operation().prepare(place.data());
        return died() ? Optional.of(heal()) : Optional.empty();
    }

    private Operation operation() {
        return undisturbed.operation();
    }

    private boolean died() throws Exception {
        var settings = place.settings(KillingPoints.fatal(operation(), point));
        settings.put("PORT", "0"); // several die at the same time
        if (operation().atStart()) {
            noted.done();
            return TwinProcess.run(DoomedTwin.class, place.folder(), settings).status() == KILLED;
        }
        try (var twin = TwinProcess.of(DoomedTwin.class, place.folder(), settings);
                var person = TwinClient.patient(twin.address(), twin.token())) {
            try {
                operation().act().by(person, base.papers(), noted);
            } catch (IOException noAnswer) {
                // then nothing is noted
            }
            return twin.endsWithin(PATIENCE) && twin.ended() == KILLED;
        }
    }

    private Outcome heal() throws Exception {
        var began = Instant.now();
        Outcome outcome;
        try (var twin = TwinProcess.in(place.folder(), place.settings(), List.of());
                var person = TwinClient.patient(twin.address(), twin.token());
                var unfinished = new Unfinished(place.data())) {
            var watch = new Watch(person, base.promise(operation(), noted));
            var healed = watch.untilHealed(began, unfinished);
            complaints.addAll(watch.complaints());
            var again = embeddedAgain();
            outcome = new Outcome(point, effect(person, unfinished), healed, again, complaints);
            twin.errors().lines().filter(line -> line.contains("\"ERROR\"")).forEach(complaints::add);
        }
        complaints.addAll(Audit.complaints(place));
        return outcome;
    }

    private int embeddedAgain() {
        var all = place.embedded();
        var again = all.size() - new HashSet<>(all).size();
        var most = undisturbed.embedded() + Paper.BATCH;
        if (again > Paper.BATCH) complaints.add(again + " passages were embedded twice");
        if (all.size() > most) complaints.add("%d passages were embedded, more than %d".formatted(all.size(), most));
        return again;
    }

    /** Wholly or not at all; and what did not happen can be asked for again. */
    private String effect(TwinClient person, Unfinished unfinished) throws Exception {
        var state = State.of(person, base.papers());
        var done = state.differences(undisturbed.state());
        if (noted.isDone()) {
            complaints.addAll(done);
            return "acknowledged";
        }
        if (done.isEmpty()) return "took effect";
        if (!state.equals(base.state())) {
            complaints.addAll(done);
            complaints.addAll(state.differences(base.state()));
        }
        askAgain(person, unfinished);
        return "did not happen";
    }

    private void askAgain(TwinClient person, Unfinished unfinished) throws Exception {
        operation().act().by(person, base.papers(), noted);
        var watch = new Watch(person, base.promise(operation(), noted));
        watch.untilHealed(Instant.now(), unfinished);
        complaints.addAll(watch.complaints());
        for (var difference : State.of(person, base.papers()).differences(undisturbed.state()))
            complaints.add("asked for again: " + difference);
    }

    @Override
    public void close() throws IOException {
        place.close();
        Place.delete(place.folder());
    }
}
