package kb.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import kb.config.Config;
import kb.outside.Unavailable;

/** Copies everything a twin keeps into one file. */
final class BackupCommand {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "'knowledge-base-'yyyyMMdd'T'HHmmss'Z.zip'")
            .withZone(ZoneOffset.UTC);

    private BackupCommand() {}

    /** Returns what to tell the person. */
    static String run(List<String> words, Map<String, String> settings) {
        var where = Path.of(Arguments.only("backup", "a folder, or a new file that ends in .zip", words));
        var config = Config.from(settings);
        DataDirectory.demandAll(config, "backup");
        var data = DataDirectory.existing(Path.of(config.twin().dataDirectory()));
        var bucket = DataDirectory.bucket(data, config.storage().bucket());
        var clock = Clock.systemUTC();
        var target = target(where.toAbsolutePath().normalize(), clock);
        var manifest = backup(new Backup(data, bucket, clock, new ProgressLine()::show), target);
        return Words.backedUp(manifest, data, target);
    }

    private static Path target(Path where, Clock clock) {
        if (Files.isDirectory(where)) return where.resolve(STAMP.format(clock.instant()));
        if (Files.exists(where))
            throw new IllegalStateException(
                    "%s exists already: name a folder, or a new file that ends in .zip".formatted(where));
        if (!where.getFileName().toString().endsWith(".zip"))
            throw new IllegalStateException(
                    "there is no folder %s: make it, or name a new file that ends in .zip".formatted(where));
        if (!Files.isDirectory(where.getParent()))
            throw new IllegalStateException(
                    "there is no folder %s: make it, or choose another".formatted(where.getParent()));
        return where;
    }

    private static BackupManifest backup(Backup backup, Path target) {
        try {
            return backup.to(target);
        } catch (IOException failed) {
            throw new IllegalStateException(
                    "%s cannot be written completely: give its folder space, or choose another".formatted(target),
                    failed);
        } catch (SQLException | Unavailable failed) {
            throw new IllegalStateException(
                    "the database cannot be copied to %s: give its folder space, or choose another"
                            .formatted(target.getParent()),
                    failed);
        }
    }
}
