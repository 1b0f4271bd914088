package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Somebody with a document and a chat, who is answered in time whatever is down. */
record Deadlined(Client client, String document, String chat) {
    static final Duration LIMIT = Duration.ofSeconds(3);

    /** A second is promised; the others are for a machine that does other things too. */
    private static final Duration PROMISED = LIMIT.plusSeconds(3);

    private static final byte[] TEA = Pdfs.of("Green tea is brewed at eighty degrees for two minutes.");

    /** Of a tenant of their own. The first requests of a process may take longer than there is time. */
    static Deadlined visiting(FrontEnd frontEnd) throws Exception {
        var twin = TestTwin.shared();
        var client = new Client(frontEnd, twin, "tenant-" + twin.next(), "wren", "admin");
        Outage.await(
                "the function is warm",
                () -> client.upload("guide.pdf", Pdfs.of(ApiContract.GUIDE)).status() < 500);
        var document = ApiContract.ids(client.get("/documents"), "document_id").getFirst();
        assertEquals("ready", client.ready(document).get("status").textValue());
        var visitor = new Deadlined(client, document, client.chat());
        Outage.await("all is well", () -> visitor.ask(client.chat()).status() == 200);
        return visitor;
    }

    Deadlined through(FrontEnd other) {
        return new Deadlined(client.through(other), document, chat);
    }

    interface Call {
        FrontEnd.Reply send() throws Exception;
    }

    static FrontEnd.Reply timed(Call call) throws Exception {
        var began = System.nanoTime();
        var reply = call.send();
        var took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(PROMISED) < 0, () -> "after " + took + ": " + reply.text());
        return reply;
    }

    FrontEnd.Reply get(String target) throws Exception {
        return timed(() -> client.get(target));
    }

    void seesRecords() throws Exception {
        assertEquals(200, get("/documents").status());
        assertEquals(200, get("/documents/" + document).status());
    }

    FrontEnd.Reply upload() throws Exception {
        return timed(() -> client.upload("tea.pdf", TEA));
    }

    FrontEnd.Reply search() throws Exception {
        return timed(() -> client.sendJson("POST", "/search", Map.of("query", Outage.QUESTION)));
    }

    FrontEnd.Reply ask() throws Exception {
        return timed(() -> ask(chat));
    }

    private FrontEnd.Reply ask(String in) throws Exception {
        return client.sendJson("POST", "/chats/" + in + "/messages", Map.of("message", Outage.QUESTION));
    }

    FrontEnd.Reply delete() throws Exception {
        return timed(() -> client.send("DELETE", "/documents/" + document));
    }

    String status(String id) throws Exception {
        return client.get("/documents/" + id).json().get("status").textValue();
    }

    /** What became of the questions in the chat. */
    List<String> turns() throws Exception {
        var items = client.get("/chats/" + chat + "/messages").json().get("items");
        return items.findValuesAsText("status").stream()
                .filter(status -> !status.equals("null"))
                .toList();
    }

    void awaitReady(String id, Duration longest) throws Exception {
        for (var end = System.nanoTime() + longest.toNanos(); !status(id).equals("ready"); Thread.sleep(200)) {
            if (System.nanoTime() > end) throw new AssertionError(id + " is not ready within " + longest);
        }
    }
}
