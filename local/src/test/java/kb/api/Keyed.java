package kb.api;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kb.http.Access;
import kb.http.Bytes;
import kb.http.Call;
import kb.http.Caller;
import kb.http.Handler;
import kb.http.Headers;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Request;
import kb.http.Response;
import kb.local.SqliteDatabase;
import kb.local.SqliteTable;
import kb.repeats.Repeats;
import kb.store.MovableClock;

/** Calls with keys, and a handler over a real table that counts what it does. */
final class Keyed implements AutoCloseable {
    private static final Caller WREN = new Caller("t1", "wren", "Wren", Access.READER);

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger done = new AtomicInteger();
    private final SqliteDatabase database;

    Keyed(Path data) {
        database = new SqliteDatabase(data.resolve("kb.db"));
    }

    MovableClock clock() {
        return clock;
    }

    AtomicInteger done() {
        return done;
    }

    Repeats repeats() {
        return new Repeats(new SqliteTable(database, "chats", clock), UUID::randomUUID, clock);
    }

    Handler once(Handler handler) {
        return new Once(repeats()).of(handler);
    }

    Response count(Call call) {
        return Response.json(202, Map.of("number", done.incrementAndGet())).with("location", "/things/1");
    }

    static Call call(String body, String... keys) {
        var headers = keys.length == 0 ? Headers.NONE : new Headers(Map.of("Idempotency-Key", List.of(keys)));
        return new Call(new Request("POST", "/things", "", headers, Bytes.ofText(body)), Map.of(), WREN);
    }

    static Problem refused(Handler handler, Call call) {
        return assertThrows(ProblemException.class, () -> handler.handle(call)).problem();
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
