package kb.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What there should be: written from the rules, not from the code. */
record Model(SortedMap<String, Doc> docs, Map<String, Counter> counters) {
    static final Model EMPTY = new Model(new TreeMap<>(), Map.of());

    enum Stage {
        READY,
        WAITING,
        FAILED
    }

    record Named(String filename, int version, boolean held) {}

    record Doc(int content, Stage stage, List<Named> names, String title) {
        boolean holds(String filename) {
            return names.stream()
                    .anyMatch(name -> name.held() && name.filename().equals(filename));
        }

        boolean current() {
            return names.stream().anyMatch(Named::held);
        }
    }

    /** @param given the highest version given out @param led the highest that the name ever led to */
    record Counter(int given, int led) {}

    record Next(Model model, String answer) {}

    Next upload(String filename, int content, boolean replace, UUID fresh) {
        var own = best(content, doc -> doc.holds(filename) || mayTake(doc, filename));
        if (own.isPresent()) return again(own.get());
        var other = best(content, doc -> doc.current() || doc.stage() != Stage.READY);
        var holder = holder(filename);
        if (holder.isEmpty()) {
            return other.map(id -> named(id, filename).again(id))
                    .orElseGet(() -> added(fresh, content, filename, true));
        }
        if (replace) return added(fresh, content, filename, false);
        if (other.isPresent() && docs.get(other.get()).stage() == Stage.FAILED) return again(other.get());
        return new Next(this, "taken " + holder.get());
    }

    private boolean mayTake(Doc doc, String filename) {
        return doc.names().stream().anyMatch(name -> name.filename().equals(filename) && mayTake(name));
    }

    private boolean mayTake(Named name) {
        return name.version() > counter(name.filename()).led();
    }

    private Counter counter(String filename) {
        return counters.getOrDefault(filename, new Counter(0, 0));
    }

    private Optional<String> best(int content, Predicate<Doc> wanted) {
        return docs.keySet().stream()
                .filter(id -> docs.get(id).content() == content && wanted.test(docs.get(id)))
                .min(java.util.Comparator.<String, Stage>comparing(
                                id -> docs.get(id).stage())
                        .thenComparing(id -> id));
    }

    Optional<String> holder(String filename) {
        return docs.keySet().stream().filter(id -> docs.get(id).holds(filename)).findFirst();
    }

    private Next again(String id) {
        var doc = docs.get(id);
        return switch (doc.stage()) {
            case READY -> new Next(this, "known " + id);
            case WAITING -> new Next(this, "accepted " + id);
            case FAILED -> new Next(with(id, staged(doc, Stage.WAITING)), "accepted " + id);
        };
    }

    private Next added(UUID id, int content, String filename, boolean held) {
        var doc = new Doc(content, Stage.WAITING, List.of(), "");
        return new Next(with(id.toString(), doc).named(id.toString(), filename, held), "accepted " + id);
    }

    private Model named(String id, String filename) {
        return named(id, filename, true);
    }

    private Model named(String id, String filename, boolean held) {
        var before = counter(filename);
        var version = before.given() + 1;
        var doc = docs.get(id);
        var names = new ArrayList<>(doc.names());
        names.add(new Named(filename, version, held));
        return with(id, new Doc(doc.content(), doc.stage(), List.copyOf(names), doc.title()))
                .counting(filename, new Counter(version, held ? version : before.led()));
    }

    /** It is ready: each name it waits for leads to it from now on, and to no other. */
    Model finished(String id) {
        var result = with(id, staged(docs.get(id), Stage.READY));
        for (var name : docs.get(id).names()) {
            if (name.held() || !mayTake(name)) continue;
            var holder = holder(name.filename());
            if (holder.isPresent()) result = result.leading(holder.get(), name.filename(), 0);
            result = result.leading(id, name.filename(), name.version())
                    .counting(
                            name.filename(),
                            new Counter(counter(name.filename()).given(), name.version()));
        }
        return result;
    }

    private Model leading(String id, String filename, int version) {
        var doc = docs.get(id);
        var names = doc.names().stream()
                .map(name -> name.filename().equals(filename)
                        ? new Named(filename, name.version(), name.version() == version)
                        : name)
                .toList();
        return with(id, new Doc(doc.content(), doc.stage(), names, doc.title()));
    }

    Model failed(String id) {
        return with(id, staged(docs.get(id), Stage.FAILED));
    }

    Next retried(String id) {
        if (!docs.containsKey(id)) return new Next(this, "none");
        if (docs.get(id).stage() == Stage.READY) return new Next(this, "not failed");
        return new Next(with(id, staged(docs.get(id), Stage.WAITING)), "begun");
    }

    Next described(String id, String title) {
        if (!docs.containsKey(id)) return new Next(this, "none");
        var doc = docs.get(id);
        return new Next(with(id, new Doc(doc.content(), doc.stage(), doc.names(), title)), "described");
    }

    /** Its names lead nowhere; a name without any version left begins anew. */
    Model deleted(String id) {
        var left = new TreeMap<>(docs);
        left.remove(id);
        var names = left.values().stream()
                .flatMap(doc -> doc.names().stream())
                .map(Named::filename)
                .collect(Collectors.toSet());
        var kept = new TreeMap<>(counters);
        kept.keySet().retainAll(names);
        return new Model(left, kept);
    }

    private Model with(String id, Doc doc) {
        var all = new TreeMap<>(docs);
        all.put(id, doc);
        return new Model(all, counters);
    }

    private Model counting(String filename, Counter counter) {
        var all = new TreeMap<>(counters);
        all.put(filename, counter);
        return new Model(docs, all);
    }

    private static Doc staged(Doc doc, Stage stage) {
        return new Doc(doc.content(), stage, doc.names(), doc.title());
    }
}
