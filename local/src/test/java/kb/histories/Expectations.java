package kb.histories;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What may have come of a step: every order in which its operations may have taken effect. */
final class Expectations {
    /**
     * What was done and what was said to it.
     *
     * @param document the id that was meant, empty when none
     * @param answer empty when it broke off
     * @param minted ids that were made meanwhile
     */
    record Done(Operation operation, String document, String answer, List<UUID> minted) {
        boolean brokeOff() {
            return answer.isEmpty();
        }
    }

    private Expectations() {}

    /** @param others in their order; the operation may have taken effect before, between or after them */
    static Set<Model> after(Set<Model> before, Done operation, List<Done> others) {
        var models = new LinkedHashSet<Model>();
        for (int place = 0; place <= others.size(); place++) {
            var order = new ArrayList<>(others);
            order.add(place, operation);
            var possible = before;
            for (var done : order) possible = after(possible, done);
            models.addAll(possible);
        }
        return models;
    }

    private static Set<Model> after(Set<Model> before, Done done) {
        var models = new LinkedHashSet<Model>();
        for (var model : before) {
            if (done.brokeOff()) models.add(model);
            for (var next : next(model, done)) {
                if (done.brokeOff() || next.answer().equals(done.answer())) models.add(next.model());
            }
        }
        return models;
    }

    private static List<Model.Next> next(Model model, Done done) {
        var id = done.document();
        return switch (done.operation()) {
            case Operation.Upload upload -> uploads(model, upload, done.minted());
            case Operation.Delete _ -> deletions(model, id);
            case Operation.Retry _ -> List.of(model.retried(id));
            case Operation.Describe describe -> List.of(model.described(id, describe.title()));
            case Operation.Search _ -> List.of(new Model.Next(model, visible(model)));
            case Operation.Work _, Operation.Again _ -> worked(model, id);
            case Operation.Janitor _,
                    Operation.Refill _,
                    Operation.Reindex _,
                    Operation.Reconfigure _,
                    Operation.Migrate _,
                    Operation.Wait _,
                    Operation.Restart _ -> List.of(new Model.Next(model, "done"));
        };
    }

    private static List<Model.Next> uploads(Model model, Operation.Upload upload, List<UUID> minted) {
        var fresh = minted.isEmpty() ? List.of(new UUID(0, 0)) : minted;
        var name = World.name(upload.name());
        return fresh.stream()
                .map(id -> model.upload(name, upload.content(), upload.replace(), id))
                .toList();
    }

    /** One that is still being erased may be erased again. */
    private static List<Model.Next> deletions(Model model, String id) {
        if (model.docs().containsKey(id)) return List.of(new Model.Next(model.deleted(id), "erased"));
        return List.of(new Model.Next(model, "none"), new Model.Next(model, "erased"));
    }

    private static List<Model.Next> worked(Model model, String id) {
        var nothing = new Model.Next(model, "done");
        var doc = model.docs().get(id);
        if (doc == null || doc.stage() != Model.Stage.WAITING) return List.of(nothing);
        var failed = new Model.Next(model.failed(id), "done");
        if (Contents.broken(doc.content())) return List.of(nothing, failed);
        return List.of(nothing, failed, new Model.Next(model.finished(id), "done"));
    }

    /** Each visible document with the number of its chunks. */
    static String visible(Model model) {
        var visible = new TreeMap<String, Integer>();
        model.docs().forEach((id, doc) -> {
            var chunks = Contents.chunks(doc.content());
            if (doc.stage() == Model.Stage.READY && doc.current() && chunks > 0) visible.put(id, chunks);
        });
        return visible.toString();
    }
}
