package kb.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import kb.local.TwinClient;

/** Looks at a twin that heals, again and again, until nothing is left to do there. */
final class Watch {
    /** The promise. */
    static final Duration HEALED = Duration.ofSeconds(60);

    private static final Duration PATIENCE = HEALED.multipliedBy(2);
    private static final Duration BREATH = Duration.ofMillis(50);

    /**
     * @param kept documents that must be there all the time
     * @param searches each look makes one of them, in turn
     */
    record Promise(Set<String> kept, List<Search> searches) {}

    /**
     * @param papers that are looked for together
     * @param lines the versions of a name, old to new: one of them is shown all the time, and none comes back
     */
    record Search(List<Paper> papers, List<List<Paper>> lines) {}

    private final TwinClient person;
    private final Promise promise;
    private final Set<String> complaints = new LinkedHashSet<>();
    private final Set<Paper> gone = new HashSet<>();
    private final AtomicInteger looks = new AtomicInteger();

    Watch(TwinClient person, Promise promise) {
        this.person = person;
        this.promise = promise;
    }

    Collection<String> complaints() {
        return List.copyOf(complaints);
    }

    /** @param began when the process was started @return how long it took */
    Duration untilHealed(Instant began, Unfinished unfinished) throws Exception {
        while (true) {
            lookThrough();
            look(promise.searches()
                    .get(looks.getAndIncrement() % promise.searches().size()));
            var took = Duration.between(began, Instant.now());
            if (unfinished.nothing()) {
                for (var search : promise.searches()) look(search);
                if (took.compareTo(HEALED) > 0) complaints.add("healed only after " + took);
                return took;
            }
            if (took.compareTo(PATIENCE) > 0) {
                complaints.add("not healed after " + took + ": " + person.documents());
                return took;
            }
            LockSupport.parkNanos(BREATH.toNanos());
        }
    }

    private void look(Search search) throws Exception {
        var sight = Sight.of(person, search.papers());
        complaints.addAll(sight.complaints());
        for (var line : search.lines()) look(sight, line);
    }

    private void lookThrough() throws Exception {
        var names = new HashSet<String>();
        var ids = new HashSet<String>();
        for (var document : person.documents()) {
            ids.add(document.get("document_id").textValue());
            var name = document.get("filename").textValue();
            var live = document.get("current").booleanValue()
                    && document.get("status").textValue().equals("ready");
            if (live && !names.add(name)) complaints.add("two live documents are called " + name);
        }
        for (var id : promise.kept()) if (!ids.contains(id)) complaints.add("lost " + id);
    }

    private void look(Sight sight, List<Paper> line) {
        var shown = line.stream().filter(sight::shows).toList();
        if (shown.isEmpty())
            complaints.add("a search shows no version of " + line.getFirst().filename());
        for (var paper : shown) {
            if (gone.contains(paper)) complaints.add("%s (%s) came back".formatted(paper.filename(), paper.word()));
            gone.addAll(line.subList(0, line.indexOf(paper)));
        }
    }
}
