package kb.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kb.App;
import kb.files.ObjectStore;
import kb.ingest.PdfReader;
import kb.ingest.WorkQueue;
import kb.outside.Part;
import kb.search.ChunkIndex;
import kb.search.Embedder;
import kb.search.Embedders;
import kb.search.Space;
import kb.search.Spaces;
import kb.store.Table;
import kb.store.Write;

/**
 * Where a process may die: before and after each call that changes something or costs something, in whatever thread.
 *
 * <p>A point is named for the operation, who is at it, the call, which of its kind it is, and the side of it, such as
 * {@code replace/ingest/ChunkIndex.put/2/after}: the effect is there and nobody heard of it.
 */
public final class KillingPoints {
    private static final String OPERATION = "KILL_DURING";
    private static final String POINT = "KILL_AT";
    private static final String PASSED = "KILLING_POINTS_FILE";

    private static final Set<String> CALLS =
            Set.of("write", "add", "put", "delete", "passages", "read", "send", "drop");

    private final String operation;
    private final Optional<String> fatal;
    private final Optional<Path> passed;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    private KillingPoints(String operation, Optional<String> fatal, Optional<Path> passed) {
        this.operation = operation;
        this.fatal = fatal;
        this.passed = passed;
    }

    /** For a process that is to die. */
    static Map<String, String> fatal(Operation during, String point) {
        return Map.of(OPERATION, during.word(), POINT, point);
    }

    /** For a process that only writes down which points it passes. */
    static Map<String, String> passed(Operation during, Path into) {
        return Map.of(OPERATION, during.word(), PASSED, into.toString());
    }

    public static KillingPoints of(Map<String, String> settings) {
        return new KillingPoints(
                settings.get(OPERATION),
                Optional.ofNullable(settings.get(POINT)),
                Optional.ofNullable(settings.get(PASSED)).map(Path::of));
    }

    public App.Outside around(App.Outside parts) {
        return new App.Outside(
                over(Table.class, parts.documents(), "Documents"),
                over(Table.class, parts.chats(), "Chats"),
                over(ObjectStore.class, parts.objects(), "ObjectStore"),
                new Indexes(this, parts.spaces()),
                new Models(this, parts.embedders()),
                over(PdfReader.class, parts.reader(), "PdfReader"),
                parts.painter(),
                over(WorkQueue.class, parts.queue(), "WorkQueue"),
                parts.gate(),
                parts.newId(),
                parts.clock(),
                parts.models());
    }

    private <T> T over(Class<T> type, T port, String name) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        if (!CALLS.contains(method.getName()) || isOfTheLedger(arguments))
                            return method.invoke(port, arguments);
                        var call = numbered(who() + "/" + name + "." + method.getName());
                        pass(call + "/before");
                        var result = method.invoke(port, arguments);
                        pass(call + "/after");
                        return result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    /** Whoever looks whether all is healed asks a model each time, as often as it takes. */
    private static boolean isOfTheLedger(Object[] arguments) {
        return arguments != null
                && arguments[0] instanceof List<?> writes
                && !writes.isEmpty()
                && writes.getFirst() instanceof Write.Put(var item, var _)
                && item.key().partition().startsWith("calls#");
    }

    private record Indexes(KillingPoints points, Spaces real) implements Spaces {
        @Override
        public ChunkIndex of(Space space) {
            return points.over(ChunkIndex.class, real.of(space), "ChunkIndex");
        }

        @Override
        public Set<Space> existing() {
            return real.existing();
        }

        @Override
        public void drop(Space space) {
            points.over(Spaces.class, real, "Spaces").drop(space);
        }

        @Override
        public Part part() {
            return real.part();
        }

        @Override
        public void check() {
            real.check();
        }
    }

    private record Models(KillingPoints points, Embedders real) implements Embedders {
        @Override
        public Embedder wanted() {
            return points.over(Embedder.class, real.wanted(), "Embedder");
        }

        @Override
        public Embedder of(Space space) {
            return points.over(Embedder.class, real.of(space), "Embedder");
        }
    }

    private static String who() {
        return switch (Thread.currentThread().getName()) {
            case "main" -> "start";
            case String background
            when Set.of("ingest", "arrivals", "janitor", "reindex").contains(background) -> background;
            default -> "request";
        };
    }

    private String numbered(String call) {
        return "%s/%s/%d".formatted(operation, call, numbers.merge(call, 1, Integer::sum));
    }

    private void pass(String point) {
        if (fatal.filter(point::equals).isPresent()) Power.cut();
        passed.ifPresent(file -> note(file, point));
    }

    private synchronized void note(Path file, String point) {
        try {
            Files.writeString(file, point + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
