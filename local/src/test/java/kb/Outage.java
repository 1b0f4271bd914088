package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import kb.local.LocalServer;
import kb.people.Tenant;

/** A twin behind a socket, one of whose parts can be made faulty, and somebody who uses it meanwhile. */
final class Outage implements AutoCloseable {
    static final String QUESTION = "What is the fee for a lost card?";

    private static final Duration LIMIT = Duration.ofSeconds(2);
    /** A second is promised; the other is for a machine that does other things too. */
    private static final Duration PROMISED = LIMIT.plusSeconds(2);

    private static final Duration HEALED = Duration.ofSeconds(30);

    private final TestTwin twin;
    private final Javalin server;

    /** @param settings send the twin to the faulty part */
    Outage(Path data, Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("DEADLINE_SECONDS", Long.toString(LIMIT.toSeconds()));
        twin = new TestTwin(data, all);
        server =
                LocalServer.on(twin.app().router(), twin.limits().largestBody()).start("127.0.0.1", 0);
    }

    /** Somebody of a tenant of their own, with one document that is ready and two chats. */
    Visitor visitor() throws Exception {
        var client = new Client(new OverTheWire(server.port()), twin, "tenant-" + twin.next(), "wren", "manager");
        var document = accepted(client, "guide.pdf", Pdfs.of(ApiContract.GUIDE));
        assertEquals("ready", client.ready(document).get("status").textValue());
        return new Visitor(client, document, client.chat(), client.chat());
    }

    /** Deletes what cannot be erased whole, and sees it go out of sight at once. */
    void deletesInPart(Visitor visitor, String unknown) throws Exception {
        var reply = visitor.deletes();
        assertEquals(202, reply.status(), reply::text);
        assertEquals("deleting", reply.json().get("status").textValue());
        assertTrue(reply.json().get("left").get(unknown).isNull(), reply::text);
        assertEquals(
                404, visitor.client().get("/documents/" + visitor.document()).status());
        assertEquals(List.of(), ApiContract.ids(visitor.client().get("/documents"), "document_id"));
    }

    /** What counts against a document. */
    int attempts(Visitor visitor, String id) {
        var catalog = twin.app().background().catalog();
        var tenant = new Tenant(visitor.client().tenant());
        return catalog.stored(tenant, UUID.fromString(id)).orElseThrow().state().attempts();
    }

    /** The erasure is finished by itself. */
    void erases(Visitor visitor) throws Exception {
        var catalog = twin.app().background().catalog();
        await("nothing is left", () -> catalog.work().stream()
                .noneMatch(work -> work.documentId().toString().equals(visitor.document())));
        assertEquals(404, visitor.deletes().status());
    }

    /** The id of a document, once an upload is not refused for an outage any more. */
    private static String accepted(Client client, String filename, byte[] pdf) throws Exception {
        var reply = new AtomicReference<FrontEnd.Reply>();
        await("an upload is accepted", () -> {
            reply.set(client.upload(filename, pdf));
            return reply.get().status() < 500;
        });
        return reply.get().json().get("document_id").textValue();
    }

    /** Waits for as long as an outage may be felt after its end. */
    static void await(String what, Callable<Boolean> happened) throws Exception {
        await(what, HEALED, happened);
    }

    static void await(String what, Duration longest, Callable<Boolean> happened) throws Exception {
        for (var end = System.nanoTime() + longest.toNanos(); !happened.call(); Thread.sleep(50)) {
            if (System.nanoTime() > end) throw new AssertionError("not within " + longest + ": " + what);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop();
        twin.close();
    }

    /** @param streamed the chat whose answer is asked for as events */
    record Visitor(Client client, String document, String chat, String streamed) {
        static final byte[] NEW = Pdfs.of("Green tea is brewed at eighty degrees for two minutes.");

        /** Tries everything at once, so that what hangs is seen to keep nobody else waiting. */
        Seen everything() throws Exception {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var upload = threads.submit(timed(() -> client.upload("tea.pdf", NEW)));
                var list = threads.submit(timed(() -> client.get("/documents")));
                var get = threads.submit(timed(() -> client.get("/documents/" + document)));
                var content = threads.submit(timed(() -> client.get("/documents/" + document + "/content")));
                var search = threads.submit(timed(() -> client.sendJson("POST", "/search", Map.of("query", QUESTION))));
                var asked = threads.submit(timed(() -> ask(chat, "application/json")));
                var stream = threads.submit(timed(() -> ask(streamed, "text/event-stream")));
                return new Seen(
                        upload.get(), list.get(), get.get(), content.get(), search.get(), asked.get(), stream.get());
            }
        }

        static Callable<FrontEnd.Reply> timed(Callable<FrontEnd.Reply> call) {
            return () -> {
                var began = System.nanoTime();
                var reply = call.call();
                var took = Duration.ofNanos(System.nanoTime() - began);
                assertTrue(took.compareTo(PROMISED) < 0, () -> "after " + took + ": " + reply.text());
                return reply;
            };
        }

        FrontEnd.Reply ask(String in, String accept) throws Exception {
            var headers = Map.of("content-type", "application/json", "accept", accept);
            return client.send("POST", "/chats/" + in + "/messages", headers, Client.json(Map.of("message", QUESTION)));
        }

        /** As an administrator. */
        FrontEnd.Reply deletes() throws Exception {
            return timed(() -> client.in("admin").send("DELETE", "/documents/" + document))
                    .call();
        }

        String status(String id) throws Exception {
            return client.get("/documents/" + id).json().get("status").textValue();
        }

        /** What became of the questions in a chat. */
        List<String> turns(String in) throws Exception {
            var items = client.get("/chats/" + in + "/messages").json().get("items");
            return items.findValuesAsText("status").stream()
                    .filter(status -> !status.equals("null"))
                    .toList();
        }

        /** The whole service does its work again, by itself and soon. */
        void findsAllWell() throws Exception {
            becomesReady(accepted(client, "tea.pdf", NEW));
            var seen = everything();
            assertEquals(302, seen.content().status());
            assertEquals("[]", seen.search().json().get("degraded").toString());
            assertEquals("answered", seen.chat().json().get("status").textValue());
            assertEquals("done", Client.events(seen.stream().text()).getLast().getKey());
        }

        void becomesReady(String id) throws Exception {
            await("the document is ready", () -> status(id).equals("ready"));
        }
    }

    /** What each request was answered. */
    record Seen(
            FrontEnd.Reply upload,
            FrontEnd.Reply list,
            FrontEnd.Reply get,
            FrontEnd.Reply content,
            FrontEnd.Reply search,
            FrontEnd.Reply chat,
            FrontEnd.Reply stream) {
        List<FrontEnd.Reply> all() {
            return List.of(upload, list, get, content, search, chat, stream);
        }
    }
}
