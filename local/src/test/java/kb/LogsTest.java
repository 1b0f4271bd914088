package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kb.http.Caller;
import kb.http.Gate;
import kb.local.LocalServer;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.junit.jupiter.api.Test;

/** What is written to the log while the service is busy, and what never is. Whatever is private here is about zebrafish. */
class LogsTest {
    private static final String PRIVATE = "zebrafish";
    private static final String QUESTION =
            "{\"query\": \"Zebrafish?\", \"message\": \"What does a zebrafish permit cost?\"}";
    private static final byte[] PDF = Pdfs.of("A zebrafish permit costs nine florins.");

    private final TestTwin twin = TestTwin.shared();
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();

    @Test
    void a_line_is_one_object_that_says_who_did_what_and_never_what_it_was_about() throws Exception {
        var log = captured(this::busy);
        assertEquals(
                List.of(202, 200, 201, 200, 200, 401, 401, 400, 422, 404, 404, 405, 415, 422, 500, 503, 500), statuses);
        var lines = new ArrayList<JsonNode>();
        for (var line : log.lines().toList()) lines.add(new ObjectMapper().readTree(line));
        for (int i = 0; i < statuses.size(); i++) assertAccess(i, lines);
        assertEquals(
                2,
                lines.stream()
                        .filter(line -> message(line).startsWith("incident "))
                        .count(),
                log);
        assertFalse(log.toLowerCase(Locale.ROOT).contains(PRIVATE), log);
        assertFalse(log.contains(TestTwin.SECRET), log);
        for (var token : tokens) {
            for (var part : token.split("\\.")) assertFalse(log.contains(part), log);
        }
    }

    private static String message(JsonNode line) {
        return line.get("message").textValue();
    }

    private void assertAccess(int number, List<JsonNode> lines) {
        var mine = lines.stream()
                .filter(line -> line.path("request_id").asText().equals("logs-" + number))
                .toList();
        assertEquals(1, mine.size(), "one line for request " + number);
        var line = mine.getFirst();
        assertEquals("request", message(line));
        assertEquals(statuses.get(number), line.get("status").intValue());
        assertTrue(line.get("route").textValue().matches("none|/[a-z/_{}]*"), line::toString);
        assertTrue(line.get("milliseconds").isIntegralNumber());
        assertTrue(line.get("time").textValue().endsWith("Z"));
        var known = !Set.of("", "none").contains(line.get("route").textValue()) && statuses.get(number) != 401;
        if (known && statuses.get(number) != 500) {
            assertEquals("wren", line.get("user").textValue(), line::toString);
            assertEquals("logged", line.get("tenant").textValue(), line::toString);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** What the real configuration of the log writes to standard error meanwhile, and whoever else writes there. */
    private static String captured(Work work) throws Exception {
        var usual = System.err;
        var written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(usual);
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    private void busy() throws Exception {
        var form = Map.of("content-type", "multipart/form-data; boundary=a-boundary-no-pdf-holds");
        var json = Map.of("content-type", "application/json");
        var events = Map.of("content-type", "application/json", "accept", "text/event-stream");
        var question = QUESTION.replaceFirst("\"query\".*?, ", "").getBytes(StandardCharsets.UTF_8);
        var token = twin.token("logged", "wren", "manager");
        var foreign = twin.foreignToken("logged", "wren", "admin");
        over(twin.app(), server -> {
            var upload = send(server, "POST", "/documents", token, form, Client.form("file", "Zebrafish.pdf", PDF));
            new Client(server, twin, "logged", "wren", "manager")
                    .ready(upload.json().get("document_id").textValue());
            send(server, "GET", "/documents", token, Map.of(), new byte[0]);
            var chat = send(server, "POST", "/chats", token, Map.of(), new byte[0]);
            var messages = "/chats/" + chat.json().get("chat_id").textValue() + "/messages";
            assertTrue(
                    send(server, "POST", messages, token, json, question).text().contains("nine florins"));
            send(server, "POST", messages, token, events, question);
            send(server, "GET", "/documents", foreign, Map.of(), new byte[0]);
            send(server, "GET", "/documents", "zebrafish.token.zebrafish", Map.of(), new byte[0]);
            send(server, "POST", "/search", token, json, "{zebrafish".getBytes(StandardCharsets.UTF_8));
            send(server, "POST", "/search", token, json, "{\"zebrafish\": 1}".getBytes(StandardCharsets.UTF_8));
            send(server, "GET", "/zebrafish?zebrafish=1", token, Map.of(), new byte[0]);
            send(server, "GET", "/documents/zebrafish", token, Map.of(), new byte[0]);
            send(server, "ZEBRAFISH", "/documents", token, Map.of(), new byte[0]);
            send(server, "POST", "/documents", token, Map.of("content-type", "text/zebrafish"), PDF);
            send(
                    server,
                    "POST",
                    "/documents?filename=zebrafish/.pdf",
                    token,
                    Map.of("content-type", "application/pdf"),
                    PDF);
        });
        var search = QUESTION.replaceFirst(", \"message.*", "}").getBytes(StandardCharsets.UTF_8);
        var wren = new Caller("logged", "wren", "Wren", kb.http.Access.READER);
        over(
                Broken.app(_ -> wren, new IllegalStateException(PRIVATE, new IOException(PRIVATE))),
                server -> send(server, "POST", "/search", token, json, search));
        over(
                Broken.app(_ -> wren, new Unavailable(Part.INDEX, new IOException(PRIVATE))),
                server -> send(server, "POST", "/search", token, json, search));
        Gate brokenGate = request -> {
            throw new IllegalStateException("cannot read " + request);
        };
        over(
                Broken.app(brokenGate, new IllegalStateException()),
                server -> send(server, "POST", "/search", token, json, search));
    }

    private interface Talk {
        void with(FrontEnd server) throws Exception;
    }

    private void over(App app, Talk talk) throws Exception {
        Javalin server =
                LocalServer.on(app.router(), twin.limits().largestBody()).start("127.0.0.1", 0);
        try {
            talk.with(new OverTheWire(server.port()));
        } finally {
            server.stop();
        }
    }

    private FrontEnd.Reply send(
            FrontEnd server, String method, String target, String token, Map<String, String> headers, byte[] body)
            throws Exception {
        tokens.add(token);
        var all = new TreeMap<>(headers);
        all.put("authorization", "Bearer " + token);
        all.put("x-request-id", "logs-" + statuses.size());
        all.put("cookie", "session=zebrafish");
        var reply = server.send(new FrontEnd.Call(method, target, all, body));
        statuses.add(reply.status());
        return reply;
    }
}
