package kb.migration;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.people.Tenant;
import kb.store.Table;
import kb.usage.Ledger;
import kb.usage.Prices;

/** Moves the old service's documents and chats into this one's tables. */
public final class Migration {
    private static final String DOCUMENTS = "documents.db";
    private static final String CHATS = "chat_sessions.db";

    private Migration() {}

    /**
     * What is asked for.
     *
     * @param folder holds the old files, or one of them
     * @param dry whether to say only what would become of each row
     * @param report where to write a line for each row; empty for nowhere
     */
    public record Order(Path folder, Tenant tenant, boolean dry, Optional<Path> report) {
        /** @throws IllegalStateException when there is nothing to move; the message says what to do */
        public void demandFiles() {
            if (!Files.isRegularFile(folder.resolve(DOCUMENTS)) && !Files.isRegularFile(folder.resolve(CHATS)))
                throw new IllegalStateException("there is neither %s nor %s in %s: name the folder of the old service"
                        .formatted(DOCUMENTS, CHATS, folder));
        }
    }

    /** @param lines what to tell the person @param whole whether every row was taken over */
    public record Result(List<String> lines, boolean whole) {}

    public static Result run(Order order, Table documents, Table chats, Clock clock) throws IOException {
        try (var report = order.report().isPresent()
                ? Files.newBufferedWriter(order.report().get())
                : Writer.nullWriter()) {
            var account = new Account(report);
            var lines = new ArrayList<String>();
            var documentsFile = order.folder().resolve(DOCUMENTS);
            if (Files.isRegularFile(documentsFile)) {
                var inheritance = new kb.documents.Inheritance(documents, clock);
                try (var file = new OldFile(documentsFile)) {
                    new OldDocuments(order.tenant(), inheritance, order.dry(), account).take(file);
                }
            } else lines.add("there is no %s, so no documents".formatted(DOCUMENTS));
            var chatsFile = order.folder().resolve(CHATS);
            if (Files.isRegularFile(chatsFile)) {
                try (var file = new OldFile(chatsFile)) {
                    var inheritance = new kb.chat.Inheritance(chats);
                    new OldChats(order.tenant(), inheritance, ledger(chats, clock), order.dry(), account).take(file);
                }
            } else lines.add("there is no %s, so no chats".formatted(CHATS));
            lines.addAll(account.left());
            lines.addAll(account.summary());
            if (order.dry()) lines.add("this was a dry run: nothing was written");
            return new Result(lines, account.left().isEmpty());
        }
    }

    /** What things cost there is known, and needs no prices. */
    private static Ledger ledger(Table chats, Clock clock) {
        return new Ledger(chats, Prices.NONE, UUID::randomUUID, clock);
    }
}
