package kb.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kb.App;
import kb.chat.Inheritance;
import kb.chat.Role;
import kb.http.Access;
import kb.http.Bytes;
import kb.http.Caller;
import kb.http.Headers;
import kb.http.Request;
import kb.outside.Part;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.Order;
import kb.store.Table;

/** Somebody with two chats, of which one is longer than what one transaction deletes, and an answer in it that holds text of a document. */
final class Chatted {
    private static final int MESSAGES = 36;
    private static final Duration LATER = Duration.ofHours(2);

    /** An application that can be killed, the same one in peace, and as it is two hours later. */
    record Stage(Parts parts, Table chats, Trouble trouble, App troubled, App calm, App later) {
        static Stage over(Table documents, Table chats) {
            var parts = Parts.over(documents, new MemorySpaces());
            var trouble = new Trouble();
            var now = Clock.systemUTC();
            return new Stage(
                    parts,
                    chats,
                    trouble,
                    app(
                            parts,
                            trouble.over(Table.class, documents, Part.TABLE),
                            trouble.over(Table.class, chats, Part.TABLE),
                            now),
                    app(parts, documents, chats, now),
                    app(parts, documents, chats, Clock.offset(now, LATER)));
        }

        private static App app(Parts parts, Table documents, Table chats, Clock clock) {
            var given = parts.outside();
            return Asking.app(new App.Outside(
                    documents,
                    chats,
                    given.objects(),
                    given.spaces(),
                    given.embedders(),
                    given.reader(),
                    given.queue(),
                    request -> new Caller(
                            request.header("x-tenant").orElseThrow(),
                            request.header("x-person").orElse("wren"),
                            "Somebody",
                            Access.ADMIN),
                    given.newId(),
                    clock));
        }
    }

    private final Tenant tenant = new Tenant(UUID.randomUUID().toString());
    private final UUID longOne = UUID.randomUUID();
    private final Stage stage;
    private final UUID other;

    Chatted(Stage stage) {
        this.stage = stage;
        var wren = new Asking(stage.calm(), tenant.id());
        wren.uploaded("mill.pdf", false, "The mill grinds corn on Mondays.");
        inherit();
        wren.post("/chats/" + longOne + "/messages", Map.of("message", "When does the mill grind corn?"));
        this.other =
                UUID.fromString(wren.post("/chats", Map.of()).get("chat_id").textValue());
        assertEquals(MESSAGES + 2, left());
        assertEquals(1, quotations());
    }

    private void inherit() {
        var said = Stream.generate(() -> new Inheritance.Said(
                        UUID.randomUUID(), Role.USER, "Who?", Instant.EPOCH, Optional.empty(), 0, 0))
                .limit(MESSAGES)
                .toList();
        var heirloom = new Inheritance.Heirloom(longOne, Optional.of("The mill"), Instant.EPOCH, Instant.EPOCH, said);
        new Inheritance(stage.chats()).take(new Person(tenant, "wren", "Wren"), heirloom);
    }

    String target() {
        return "/chats/" + longOne;
    }

    String other() {
        return other.toString();
    }

    /** Says whether there was such a call. */
    boolean killedAt(int call, boolean late, String deleted) {
        try {
            stage.trouble()
                    .during(
                            Optional.of(new Trouble.Fault(call, 1, late, true)),
                            Optional.empty(),
                            () -> send(stage.troubled(), tenant, "wren", "DELETE", deleted));
            return stage.trouble().killed();
        } catch (Killed killed) {
            return true;
        }
    }

    int delete(String target) {
        return send(stage.calm(), tenant, "wren", "DELETE", target);
    }

    int get(String target) {
        return send(stage.calm(), tenant, "wren", "GET", target);
    }

    int deleteAs(String person, String target) {
        return send(stage.calm(), tenant, person, "DELETE", target);
    }

    int deleteIn(Tenant another, String target) {
        return send(stage.calm(), another, "wren", "DELETE", target);
    }

    private static int send(App app, Tenant tenant, String person, String method, String target) {
        var headers = Map.of("x-tenant", List.of(tenant.id()), "x-person", List.of(person));
        var request = new Request(method, target, "", new Headers(headers), Bytes.NONE);
        return app.router().handle(request).status();
    }

    void janitor() {
        stage.calm().background().janitor().run();
    }

    /** As somebody counts who comes two hours later. */
    long residue() {
        return stage.later().background().residue().count(tenant).messages();
    }

    List<String> listed() {
        return new Asking(stage.calm(), tenant.id())
                .get("/chats", "")
                .get("items")
                .findValuesAsText("chat_id");
    }

    /** Rows of the long chat, whatever they tell of its messages. */
    int left() {
        return rows(stage.chats(), "messages#" + tenant.id() + "#" + longOne, "");
    }

    int quotations() {
        return rows(stage.parts().documents(), tenant.id(), "quoted#");
    }

    private static int rows(Table table, String partition, String prefix) {
        return table.query(partition, prefix, Order.ASCENDING, 1_000, Optional.empty())
                .items()
                .size();
    }
}
