package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import kb.lambda.HttpEntry;
import kb.local.LocalServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same requests through both front ends, with the same clock and ids, give the same answers to the letter. */
class ReplayTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    /** Fields of the connection and not of the answer. */
    private static final List<String> OF_THE_SOCKET =
            List.of("date", "content-length", "transfer-encoding", "connection", "server");

    @TempDir
    Path data;

    @Test
    void both_front_ends_answer_alike() throws Exception {
        List<String> behindLambda;
        try (var twin = twin("lambda")) {
            behindLambda = replay(new LambdaEvents(new HttpEntry(twin.app().router())), twin);
        }
        List<String> overTheWire;
        try (var twin = twin("local")) {
            var server = LocalServer.on(twin.app().router(), twin.limits().largestBody())
                    .start("127.0.0.1", 0);
            overTheWire = replay(new OverTheWire(server.port()), twin);
            server.stop();
        }
        assertEquals(String.join("\n", behindLambda), String.join("\n", overTheWire));
    }

    private TestTwin twin(String folder) {
        var number = new AtomicLong();
        Supplier<UUID> ids = () -> new UUID(0x7000L, 0x8000_0000_0000_0000L | number.incrementAndGet());
        return new TestTwin(data.resolve(folder), ids, CLOCK);
    }

    private static List<String> replay(FrontEnd frontEnd, TestTwin twin) throws Exception {
        var client = new Client(frontEnd, twin, "default", "wren", "admin");
        var script = new Script(client, new ArrayList<>());
        var document = script.add(client.upload("guide.pdf", Pdfs.of(ApiContract.GUIDE)))
                .json()
                .get("document_id")
                .textValue();
        client.ready(document);
        while (!written(client)) Thread.onSpinWait();
        var chat = script.send("POST", "/chats", Map.of()).json().get("chat_id").textValue();
        for (var route : twin.app().router().table()) {
            if (route.method().name().equals("DELETE")) continue;
            var target = route.path()
                    .replace("{document_id}", document)
                    .replace("{doc_id}", document)
                    .replace("{file_name}", "guide.pdf")
                    .replaceAll("\\{[a-z_]+}", chat);
            if (!target.endsWith("/content")) script.send(route.method().name(), target, Map.of());
            script.send(
                    route.method().name(), target + "?nobody=knows", Map.of("query", "library", "message", "library"));
            script.send("PUT", target + "/", Map.of());
            script.send("HEAD", target.endsWith("/content") ? "/health" : target, Map.of());
            script.send("OPTIONS", target, Map.of());
        }
        script.send("POST", "/search", Map.of("query", "How much is a lost card?"));
        script.send("POST", "/chats/" + chat + "/messages", Map.of("message", "How much is a lost card?"));
        script.stream("/chats/" + chat + "/messages", Map.of("message", "When does it open?"));
        script.send("DELETE", "/chats/" + chat, Map.of());
        script.send("DELETE", "/chats", Map.of());
        return script.answers();
    }

    /** Whether it is in the figures that the document was read, which comes after it is ready. */
    private static boolean written(Client client) throws Exception {
        var named = Map.of("x-request-id", "waiting");
        var figures = client.send("GET", "/admin/documents", named, new byte[0]).json();
        return figures.get("documents_processed").intValue() == 1;
    }

    /** What was sent and what came back, in order. */
    private record Script(Client client, List<String> answers) {
        FrontEnd.Reply send(String method, String target, Map<String, ?> body) throws Exception {
            return send(method, target, Map.of(), body);
        }

        void stream(String target, Map<String, ?> body) throws Exception {
            send("POST", target, Map.of("accept", "text/event-stream"), body);
        }

        private FrontEnd.Reply send(String method, String target, Map<String, String> headers, Map<String, ?> body)
                throws Exception {
            var all = new TreeMap<>(headers);
            all.put("x-request-id", "replay-" + answers.size());
            all.put("origin", HttpContract.ORIGIN);
            if (!body.isEmpty()) all.put("content-type", "application/json");
            return add(client.send(method, target, all, body.isEmpty() ? new byte[0] : Client.json(body)));
        }

        /** A presigned address without its port and its signature, likewise where pages may put: each twin has an S3 server of its own. */
        private static String unsigned(String answer) {
            return answer.replaceAll("(connect-src 'self' http://127\\.0\\.0\\.1):[0-9]+", "$1")
                    .replaceAll("http://127\\.0\\.0\\.1:[0-9]+(/[^?]*)\\?[^]\"]*", "$1");
        }

        FrontEnd.Reply add(FrontEnd.Reply reply) {
            var headers = new TreeMap<>(reply.headers());
            headers.keySet().removeAll(OF_THE_SOCKET);
            if (answers.isEmpty()) headers.remove("x-request-id");
            answers.add(answers.size() + " " + reply.status() + " " + unsigned(headers + " " + reply.text()));
            return reply;
        }
    }
}
