package kb.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kb.local.TwinClient;

/** What goes on while a process dies. Another one is a line here: what a person does then, and what was prepared. */
enum Operation {
    UPLOAD(Acts::upload),
    /** An upload by way of an address in storage. */
    ANNOUNCE(Acts::announce),
    REPLACE(Acts::replace),
    DELETE(Acts::delete),
    /** It begins by itself when the index is not there. */
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

    /** Whether the process has much to do before it listens, and may die of that. */
    boolean atStart() {
        return this == REINDEX;
    }

    void prepare(Path data) throws IOException {
        if (this != REINDEX) return;
        try (var folders = Files.newDirectoryStream(data, "index*")) {
            for (var folder : folders) Place.delete(folder);
        }
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
