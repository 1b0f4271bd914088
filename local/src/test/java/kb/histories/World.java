package kb.histories;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kb.App;
import kb.Inside;
import kb.files.MemoryObjects;
import kb.files.ObjectStore;
import kb.http.Access;
import kb.http.Caller;
import kb.ingest.PdfReader;
import kb.ingest.Result;
import kb.ingest.Shift;
import kb.ingest.WorkQueue;
import kb.outside.Part;
import kb.outside.TimeOrderedIds;
import kb.outside.Unavailable;
import kb.people.Tenant;
import kb.search.Everywhere;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.store.Table;

/** The application over parts in memory, all of which can be made to fail. */
final class World {
    static final Tenant TENANT = new Tenant("mill");

    private final MovableClock clock = new MovableClock();
    private final MemoryTable table = new MemoryTable(clock);
    private final MemoryObjects objects = new MemoryObjects();
    private final MemorySpaces spaces = new MemorySpaces();
    private final TwoModels models = new TwoModels();
    private final Trouble trouble = new Trouble();
    private final AtomicInteger processes = new AtomicInteger();
    private final AtomicInteger atWork = new AtomicInteger();
    private final List<WorkQueue.Work> queue = new ArrayList<>();
    private final List<UUID> minted = new ArrayList<>();
    private final List<UUID> documents = new ArrayList<>();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock, new Random(1));
    private final App.Outside calm = new App.Outside(
            table,
            new MemoryTable(clock),
            objects,
            spaces,
            models,
            new TextReader(),
            queue::add,
            _ -> new Caller(TENANT.id(), "wren", "Wren", Access.ADMIN),
            this::mint,
            clock);
    private final Inside sight = Inside.of(calm);
    private final Inside inside = Inside.of(troubled());
    private final People people = new People(inside);

    private App.Outside troubled() {
        return new App.Outside(
                trouble.over(Table.class, calm.documents(), Part.TABLE),
                trouble.over(Table.class, calm.chats(), Part.TABLE),
                trouble.over(ObjectStore.class, objects, Part.STORAGE),
                new Troubled.Indexes(trouble, spaces),
                new Troubled.Models(trouble, models),
                trouble.over(PdfReader.class, calm.reader(), Part.STORAGE),
                calm.queue(),
                calm.gate(),
                calm.newId(),
                clock);
    }

    private UUID mint() {
        minted.add(ids.get());
        return minted.getLast();
    }

    static String name(int number) {
        return "name-" + number + ".pdf";
    }

    App.Outside outside() {
        return calm;
    }

    Inside sight() {
        return sight;
    }

    TwoModels models() {
        return models;
    }

    Trouble trouble() {
        return trouble;
    }

    List<UUID> minted() {
        return minted;
    }

    void forward(Duration time) {
        clock.forward(time);
    }

    int waiting() {
        return queue.size();
    }

    /** Who arrived so far, in order. */
    List<UUID> arrived() {
        for (var id : minted) {
            if (!documents.contains(id)
                    && sight.background().catalog().stored(TENANT, id).isPresent()) documents.add(id);
        }
        return documents;
    }

    Expectations.Done does(Operation operation) {
        var before = minted.size();
        var work = operation instanceof Operation.Work(var piece) && !queue.isEmpty()
                ? Optional.of(queue.remove(piece % queue.size()))
                : Optional.<WorkQueue.Work>empty();
        var id = work.map(WorkQueue.Work::documentId).orElseGet(() -> meant(operation));
        var answer = "";
        try {
            answer = answer(operation, id);
        } catch (Unavailable | Killed brokeOff) {
            // whether it took effect shows afterwards
        }
        return new Expectations.Done(
                operation, id.toString(), answer, List.copyOf(minted.subList(before, minted.size())));
    }

    private UUID meant(Operation operation) {
        var number = operation.meant();
        return number < 0 || documents.isEmpty() ? new UUID(0, 0) : documents.get(number % documents.size());
    }

    private String answer(Operation operation, UUID id) {
        return switch (operation) {
            case Operation.Upload upload -> people.upload(upload);
            case Operation.Delete _ -> people.deleted(id);
            case Operation.Retry _ -> people.retried(id);
            case Operation.Describe(var _, var title) -> people.described(id, title);
            case Operation.Search _ -> people.found();
            case Operation.Work(var piece) -> worked(id, piece % 2 == 1);
            case Operation.Again _ -> worked(id, false);
            case Operation.Janitor _ -> done(() -> inside.background().janitor().run());
            case Operation.Refill _ -> done(this::refill);
            case Operation.Reindex _ ->
                done(() -> inside.background().migration().again());
            case Operation.Reconfigure(var model) -> done(() -> models.configure(model));
            case Operation.Migrate _ ->
                done(() -> inside.background().migration().run(() -> {}));
            case Operation.Wait(var seconds) -> done(() -> forward(Duration.ofSeconds(seconds)));
            case Operation.Restart(var alone) -> done(() -> restart(alone));
        };
    }

    private static String done(Runnable action) {
        action.run();
        return "done";
    }

    /** Work in the middle of other work is that of another process. @param briefly whether it stops as soon as anything is achieved */
    private String worked(UUID id, boolean briefly) {
        var work = new WorkQueue.Work(TENANT, id);
        var name = "process %d, worker %d".formatted(processes.get(), atWork.incrementAndGet());
        try {
            var result = inside.background().worker().work(work, new Shift(name, () -> briefly));
            if (result != Result.DONE) queue.add(work);
        } finally {
            atWork.decrementAndGet();
        }
        return "done";
    }

    private void refill() {
        for (var index : new Everywhere(spaces).indexes()) {
            for (var id : index.documents(TENANT)) index.delete(TENANT, id);
        }
        var migration = sight.background().migration();
        migration.serving().forEach(migration::restore);
    }

    void restart(boolean alone) {
        processes.incrementAndGet();
        queue.clear();
        if (!alone) return;
        var catalog = sight.background().catalog();
        for (var unfinished : catalog.work()) {
            catalog.release(unfinished.tenant(), unfinished.documentId());
            queue.add(new WorkQueue.Work(unfinished.tenant(), unfinished.documentId()));
        }
    }
}
