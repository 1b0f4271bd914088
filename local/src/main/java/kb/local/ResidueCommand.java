package kb.local;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kb.chat.Conversations;
import kb.chat.Deletions;
import kb.chat.StoredQuotes;
import kb.config.Config;
import kb.documents.Catalog;
import kb.documents.DanglingRows;
import kb.documents.Quotations;
import kb.documents.Tenants;
import kb.erasure.Residue;
import kb.files.DocumentFiles;
import kb.masking.Masking;
import kb.outside.Unavailable;
import kb.people.Tenant;
import kb.search.Everywhere;
import kb.store.Table;

/** Counts what every store holds that belongs to no document and no chat, and changes nothing. */
final class ResidueCommand {
    private ResidueCommand() {}

    /** @param lines what to tell the person, the last one a summary */
    record Answer(boolean nothing, List<String> lines) {}

    static Answer run(List<String> words, Map<String, String> settings) {
        Arguments.none("residue", words);
        var config = Config.from(settings);
        DataDirectory.demandAll(config, "residue");
        var data = DataDirectory.existing(Path.of(config.twin().dataDirectory()));
        var bucket = config.storage().bucket();
        DataDirectory.bucket(data, bucket);
        ServeCommand.logEverythingInOnePlace();
        try {
            return count(data, bucket, Clock.systemUTC());
        } catch (IOException | Unavailable failed) {
            throw new IllegalStateException(
                    "not all of %s can be read: read it as the user whose server runs there, and try again"
                            .formatted(data),
                    failed);
        }
    }

    private static Answer count(Path data, String bucket, Clock clock) throws IOException {
        // only this process knows what opens its S3 server
        var credentials = S3Credentials.drawn(new SecureRandom());
        try (var database = new SqliteDatabase(data.resolve(BackupEntry.DATABASE));
                var spaces = new SpacesOnDisk(data.resolve(Parts.INDEX));
                var s3 = new EmbeddedS3(data.resolve("s3"), "127.0.0.1", 0, credentials, bucket, List.of())) {
            var table = new SqliteTable(database, "documents", clock);
            var catalog = new Catalog(table, clock);
            var chats = chats(table, new SqliteTable(database, "chats", clock), catalog, clock);
            var residue = new Residue(
                    catalog,
                    new DanglingRows(table),
                    new Everywhere(spaces),
                    new DocumentFiles(s3.objects(s3.endpoint())),
                    chats,
                    clock);
            var tenants = new LinkedHashSet<>(new Tenants(table).all());
            tenants.addAll(chats.tenants());
            return answer(tenants, residue);
        }
    }

    private static Deletions chats(Table documents, Table chats, Catalog catalog, Clock clock) {
        var conversations = new Conversations(chats, Masking.NONE);
        var quotes = new StoredQuotes(new Quotations(documents), conversations, catalog, clock);
        return new Deletions(chats, quotes, clock);
    }

    private static Answer answer(Set<Tenant> all, Residue residue) {
        var lines = new ArrayList<String>();
        for (var tenant : all) {
            var count = residue.count(tenant);
            if (!count.isNothing()) lines.add("%s: %s".formatted(tenant.id(), line(count)));
        }
        var nothing = lines.isEmpty();
        var looked = BackupManifest.counted(all.size(), "tenant");
        lines.add(
                nothing ? Words.NOTHING_LEFT.formatted(looked) : Words.SOMETHING_LEFT.formatted(lines.size(), looked));
        return new Answer(nothing, List.copyOf(lines));
    }

    private static String line(Residue.Count count) {
        return String.join(
                ", ",
                BackupManifest.counted(count.vectors(), "vector"),
                BackupManifest.counted(count.objects(), "object"),
                BackupManifest.counted(count.records(), "record"),
                BackupManifest.counted(count.quotes(), "quote"),
                BackupManifest.counted(count.messages(), "message"));
    }
}
