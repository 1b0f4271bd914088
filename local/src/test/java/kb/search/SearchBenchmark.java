package kb.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import kb.RealPart;
import kb.local.LuceneIndex;
import kb.people.Tenant;
import kb.weaviate.WeaviateServer;
import kb.weaviate.WeaviateSpaces;

/** What searching costs in a large index, without the embedding of the question: Lucene, and Weaviate beside it where it is installed. */
public final class SearchBenchmark {
    private static final Tenant TENANT = new Tenant("benchmark");
    private static final int QUESTIONS = 50;
    private static final int ROUNDS = 6;
    private static final int NEAREST = 10;
    private static final int AT_ONCE = 500;
    private static final int DELETED = 20;
    /** Numbers from here on are only asked about. */
    private static final int NO_CHUNK = 1_000_000_000;

    private final Realistic material;
    private final int size;
    private final List<Nearest> truth;
    private final List<List<String>> words;

    private SearchBenchmark(Realistic material, int size) {
        this.material = material;
        this.size = size;
        this.truth = IntStream.range(0, QUESTIONS)
                .mapToObj(number -> new Nearest(material.question(number), NEAREST))
                .toList();
        var analyser = new Analyser();
        this.words = IntStream.range(0, QUESTIONS)
                .mapToObj(number -> analyser.tokens("What does it say of "
                        + material.chunk(NO_CHUNK + number).chunk().text().substring(0, 80) + "?"))
                .toList();
    }

    /** @param arguments a folder for what is kept between runs, and how many chunks */
    public static void main(String[] arguments) throws Exception {
        if (!RealPart.EVALUATION.isThere()) {
            System.out.println(
                    "nothing to measure with: let KB_EVAL_DIR name the folder of the evaluation's documents");
            return;
        }
        var kept = Path.of(arguments[0]);
        var size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        var material = Realistic.read(kept);
        System.out.printf("%,d chunks out of %,d real ones, %d questions%n", size, material.originals(), QUESTIONS);
        var folder = Files.createTempDirectory("benchmark");
        try (var index = new LuceneIndex(folder)) {
            new SearchBenchmark(material, size).report("Lucene", index, () -> megabytes(folder));
        }
        if (!RealPart.WEAVIATE.isThere()) {
            System.out.println("Weaviate is not installed: left out");
            return;
        }
        var server = WeaviateServer.running();
        var spaces = new WeaviateSpaces(server::address, () -> Optional.of(WeaviateServer.KEY), () -> "benchmark");
        new SearchBenchmark(material, size).report("Weaviate", spaces.of(new Space("benchmark", 384, 0)), () -> 0);
    }

    @FunctionalInterface
    private interface Disk {
        double megabytes() throws IOException;
    }

    private void report(String name, ChunkIndex index, Disk disk) throws IOException {
        System.out.println(name);
        var built = Cost.of(() -> fill(index));
        System.out.printf(
                "  built in %.0f s, %.0f CPU s, %.0f MB on disk%n",
                built.seconds(), built.cpuSeconds(), disk.megabytes());
        var settled = Cost.of(SearchBenchmark::awaitRest);
        System.out.printf("  at rest after %.0f s more, %.0f CPU s%n", settled.seconds(), settled.cpuSeconds());
        var scope = Scope.all(TENANT);
        row("keyword leg, 200 hits", each(number -> index.byKeywords(scope, words.get(number), Fusion.DEPTH)));
        row(
                "vector leg, 10 hits",
                each(number -> index.byMeaning(scope, truth.get(number).to(), NEAREST)));
        row(
                "vector leg, 200 hits",
                each(number -> index.byMeaning(scope, truth.get(number).to(), Fusion.DEPTH)));
        var before = heap();
        row("both legs, joined, 10 passages", each(number -> both(index, scope, number)));
        System.out.printf(
                "  recall@10 of the vector leg: %.4f with 10 hits, %.4f with 200%n",
                recall(index, NEAREST), recall(index, Fusion.DEPTH));
        System.out.printf("  heap: %.1f MB before %,d searches, %.1f MB after%n", before, QUESTIONS * ROUNDS, heap());
        row("deletion of a document of %d chunks".formatted(Realistic.CHUNKS_A_DOCUMENT), deletions(index));
    }

    /** Until this process does nothing: an index goes on putting its parts together. */
    private static void awaitRest() {
        for (var busy = true; busy; ) {
            var second = Cost.of(() -> LockSupport.parkNanos(1_000_000_000));
            busy = second.cpuSeconds() > 0.1 * second.seconds();
        }
    }

    private void fill(ChunkIndex index) {
        for (int at = 0; at < size; at += AT_ONCE) {
            var some = new ArrayList<IndexedChunk>();
            for (int number = at; number < Math.min(size, at + AT_ONCE); number++) some.add(material.chunk(number));
            for (var chunk : some) truth.forEach(nearest -> nearest.see(chunk));
            index.put(TENANT, some);
        }
    }

    private List<Fusion.Fused> both(ChunkIndex index, Scope scope, int number) {
        var byWords = index.byKeywords(scope, words.get(number), Fusion.DEPTH);
        var byMeaning = index.byMeaning(scope, truth.get(number).to(), Fusion.DEPTH);
        var suggestions = new Suggestions(byWords, byMeaning, List.of(), 1);
        return Choice.of(Fusion.join(Weighed.of(suggestions, "")), 10);
    }

    private double recall(ChunkIndex index, int hits) {
        return truth.stream()
                .mapToDouble(nearest -> nearest.share(index.byMeaning(Scope.all(TENANT), nearest.to(), hits)))
                .average()
                .orElseThrow();
    }

    @FunctionalInterface
    private interface Search {
        Object of(int number);
    }

    /** Half of the rounds warm up. */
    private static List<Cost> each(Search search) {
        var costs = new ArrayList<Cost>();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            for (int number = 0; number < QUESTIONS; number++) {
                var asked = number;
                var cost = Cost.of(() -> search.of(asked));
                if (round >= ROUNDS) costs.add(cost);
            }
        }
        return costs;
    }

    private List<Cost> deletions(ChunkIndex index) {
        return IntStream.range(0, Math.min(DELETED, size / Realistic.CHUNKS_A_DOCUMENT))
                .mapToObj(number -> Cost.of(() -> index.delete(TENANT, Realistic.document(number))))
                .toList();
    }

    private static void row(String what, List<Cost> costs) {
        System.out.printf(
                "  %-38s p50 %7.2f ms CPU %8.2f ms, p95 %7.2f ms CPU %8.2f ms%n",
                what,
                Cost.share(costs, 0.5, Cost::threadMilliseconds),
                Cost.share(costs, 0.5, cost -> 1_000 * cost.seconds()),
                Cost.share(costs, 0.95, Cost::threadMilliseconds),
                Cost.share(costs, 0.95, cost -> 1_000 * cost.seconds()));
    }

    private static double heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    private static double megabytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1e6;
        }
    }
}
