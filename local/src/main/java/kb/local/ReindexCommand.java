package kb.local;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import kb.App;
import kb.config.Config;
import kb.config.TwinConfig;
import kb.documents.Indexes;
import kb.documents.Tenants;
import kb.ingest.MigrationProgress;
import kb.outside.TimeOrderedIds;
import kb.outside.Unavailable;

/** Has every index made anew beside the one that serves: by the twin that runs on the data directory, else by itself. */
final class ReindexCommand {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Config config;
    private final Path data;
    private final Parts parts;
    private final BooleanSupplier stop;
    private final ProgressLine line = new ProgressLine();

    private ReindexCommand(Config config, Path data, Parts parts, BooleanSupplier stop) {
        this.config = config;
        this.data = data;
        this.parts = parts;
        this.stop = stop;
    }

    /** Returns what to tell the person. */
    static String run(List<String> words, Map<String, String> settings) {
        Arguments.none("reindex", words);
        var config = Config.from(settings);
        var folder = Path.of(config.twin().dataDirectory());
        var local = config.twin().store() == TwinConfig.Store.SQLITE;
        var data = local ? DataDirectory.existing(folder) : DataDirectory.open(folder);
        ServeCommand.logEverythingInOnePlace();
        try {
            return OrderlyEnd.of(stop -> run(config, data, stop));
        } catch (IOException | Unavailable failed) {
            throw new IllegalStateException(
                    "%s: see to it and try again; until then the index serves as it is".formatted(failed.getMessage()),
                    failed);
        }
    }

    private static String run(Config config, Path data, BooleanSupplier stop) throws IOException {
        try (var parts = new Parts(data, config, Clock.systemUTC())) {
            return new ReindexCommand(config, data, parts, stop).run();
        }
    }

    private String run() throws IOException {
        var tables = parts.tables();
        var indexes = new Indexes(tables.documents());
        var progress = new MigrationProgress(new Tenants(tables.documents()), indexes);
        var generation = indexes.raise();
        while (true) {
            unlessStopped();
            var now = progress.towards(generation);
            if (now.done()) return Words.reindexed(now.tenants());
            line.show("%d of %s served by a new index"
                    .formatted(now.served(), BackupManifest.counted(now.tenants(), "tenant")));
            var lock = DataDirectory.lockUnlessTaken(data);
            if (lock.isPresent()) byItself(tables, lock.get());
            else pause();
        }
    }

    private void unlessStopped() {
        if (stop.getAsBoolean())
            throw new IllegalStateException("told to stop; what is left is done by the next start");
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("interrupted; what is left is done by the next start", stopped);
        }
    }

    private void byItself(Parts.Tables tables, FileLock lock) throws IOException {
        try (lock) {
            var clock = Clock.systemUTC();
            var processors = Runtime.getRuntime().availableProcessors();
            var embedders = parts.embedders(() -> new LocalEmbeddings(processors));
            var newId = new TimeOrderedIds(clock, new SecureRandom());
            var spaces = parts.spaces(tables, newId);
            var outside = new App.Outside(
                    tables.documents(),
                    tables.chats(),
                    parts.objects(),
                    spaces,
                    embedders,
                    (_, _, _) -> {
                        throw new UnsupportedOperationException("nothing is read here");
                    },
                    _ -> {},
                    _ -> {
                        throw new UnsupportedOperationException("nobody asks here");
                    },
                    newId,
                    clock);
            var migration = Twin.app(outside, config, List.of()).background().migration();
            if (spaces instanceof LuceneSpaces inFolder) LostIndex.rebuild(data, inFolder, migration);
            var batches = new AtomicLong();
            migration.run(() -> {
                unlessStopped();
                line.show("%d batches of passages are in the new index".formatted(batches.incrementAndGet()));
            });
        }
    }
}
