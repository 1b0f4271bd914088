package kb.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import kb.documents.Indexes;
import kb.local.SqliteDatabase;
import kb.local.SqliteTable;
import kb.local.TwinClient;

/** What goes on while a process dies. Another one is a line here: what a person does then, and what was prepared. */
enum Operation {
    UPLOAD(Acts::upload),
    /** An upload by way of an address in storage. */
    ANNOUNCE(Acts::announce),
    REPLACE(Acts::replace),
    DELETE(Acts::delete),
    DELETE_CHAT(Acts::deleteChat),
    /** It begins by itself when the index is not there. */
    REBUILD((_, _, noted) -> noted.done()),
    /** It begins by itself when another index is wanted, beside the one that serves. */
    REINDEX((_, _, noted) -> noted.done());

    /** What a person does by HTTP, and hears of it. */
    @FunctionalInterface
    interface Act {
        void by(TwinClient person, Papers papers, Noted noted) throws Exception;
    }

    private final Act act;

    Operation(Act act) {
        this.act = act;
    }

    Act act() {
        return act;
    }

    /** Whether somebody does another thing here than in the operations above: once its bytes are there, an upload is one. */
    boolean isOwn(String who) {
        return this != ANNOUNCE || !who.equals("ingest");
    }

    /** Whether the process has much to do by itself from its start on, and may die of that before it listens. */
    boolean atStart() {
        return this == REBUILD || this == REINDEX;
    }

    void prepare(Path data) throws IOException {
        if (this == REINDEX) wantAnotherIndex(data);
        if (this != REBUILD) return;
        try (var folders = Files.newDirectoryStream(data, "index*")) {
            for (var folder : folders) Place.delete(folder);
        }
    }

    private static void wantAnotherIndex(Path data) {
        var database = new SqliteDatabase(data.resolve("kb.db"));
        new Indexes(new SqliteTable(database, "documents", Clock.systemUTC())).raise();
        database.close();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
