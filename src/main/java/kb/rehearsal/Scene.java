package kb.rehearsal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import kb.App;
import kb.Production;
import kb.config.Config;
import kb.jwt.DevelopmentToken;
import kb.jwt.Role;
import kb.jwt.Secret;
import kb.people.Tenant;
import kb.queue.Deliveries;
import kb.queue.MessageQueue;
import kb.store.Sha256;

/** One round: somebody of a tenant of their own uploads, asks by every door, and takes everything away again. */
final class Scene {
    private static final String QUESTION = "When does the ferry leave the harbour?";
    private static final Duration TIME = Duration.ofMinutes(1);
    private static final MessageQueue NOWHERE = new Nowhere();
    private static final Pattern PAGE_FILE = Pattern.compile("/page/(\\w+)/(\\w+\\.js)");

    private final StandIns standIns;
    private final int round;
    private final Visitor visitor;
    private final Doors doors;
    private final Deliveries deliveries;

    private record Nowhere() implements MessageQueue {
        @Override
        public boolean post(String message, Duration delay) {
            return true;
        }

        @Override
        public boolean isBehind() {
            return false;
        }
    }

    Scene(App app, Config config, StandIns standIns, Rehearsal.Front front, int round) {
        this.standIns = standIns;
        this.round = round;
        var clock = Clock.systemUTC();
        var rules = Production.rules(config.tokens(), () -> Secret.of(standIns.signingSecret), clock);
        var tenant = new Tenant("rehearsal-" + round);
        var token = new DevelopmentToken("nobody", "Nobody", Role.ADMIN, tenant, TIME.multipliedBy(10))
                .sign(rules, clock.instant());
        this.visitor = new Visitor(app.router(), front, token);
        this.doors = new Doors(visitor, standIns.queue);
        var background = app.background();
        this.deliveries = new Deliveries(background.worker(), background.uploads()::arrived, NOWHERE, System::nanoTime);
    }

    /** @return what each route answered */
    Map<String, Integer> play() {
        looked();
        failed();
        uploaded();
        announced();
        read();
        asked();
        doors.askThrough(QUESTION);
        doors.talk(QUESTION);
        doors.shelve("winter.pdf", pdf(ReadAsItIs.MARK), this::deliver);
        for (var figure : new String[] {
            "health", "weaviate-documents", "documents", "chat-stats", "costs", "stats", "errors", "activity-logs"
        }) visitor.get("/admin/" + figure);
        visitor.delete("/chats/{chat_id}");
        visitor.delete("/chats");
        visitor.delete("/documents/{document_id}");
        return visitor.answered();
    }

    private void looked() {
        for (var target : new String[] {"/", "/docs", "/health", "/health/ready", "/openapi.json", "/me", "/usage"})
            visitor.get(target);
        var file = PAGE_FILE.matcher(visitor.read("/", "text/html"));
        if (!file.find()) throw new IllegalStateException("the page names no file");
        visitor.name("build", file.group(1));
        visitor.name("file", file.group(2));
        visitor.get("/page/{build}/{file}");
    }

    private void failed() {
        var made = visitor.upload("/documents", "spoilt.pdf", pdf(PrintedPage.SPOILT));
        visitor.name("document_id", made.path("document_id").asText());
        delivered();
        visitor.post("/documents/{document_id}/retry");
        delivered();
        visitor.delete("/documents/{document_id}");
    }

    private void uploaded() {
        var made = visitor.upload("/documents", "ferry.pdf", pdf("form"));
        visitor.name("document_id", made.path("document_id").asText());
        delivered();
    }

    private void announced() {
        var pdf = pdf("announced").getBytes(StandardCharsets.ISO_8859_1);
        var upload = visitor.post(
                "/documents/uploads",
                Map.of("filename", "timetable.pdf", "size_bytes", pdf.length, "sha256", Sha256.hex(pdf)));
        var first = visitor.name("document_id", upload.path("document_id").asText());
        standIns.files.put(URI.create(upload.path("url").asText("/none")).getPath(), pdf);
        visitor.post("/documents/uploads/{document_id}/complete");
        delivered();
        visitor.delete("/documents/{document_id}");
        delivered();
        visitor.name("document_id", first);
    }

    /** A file that nobody else has. */
    private String pdf(String name) {
        return new SmallPdf(name + HexFormat.of().toHexDigits(round), PrintedPage.TEXT).bytes();
    }

    private void delivered() {
        standIns.queue.taken().forEach(this::deliver);
    }

    private void deliver(String message) {
        deliveries.take("rehearsal", message, "rehearsal", TIME);
    }

    private void read() {
        visitor.get("/documents");
        visitor.get("/documents/{document_id}");
        visitor.send("PATCH", "/documents/{document_id}", Map.of("title", "Ferries", "tags", new String[] {"sea"}));
        for (var part : new String[] {"versions", "content", "chunks", "coverage", "outline"})
            visitor.get("/documents/{document_id}/" + part);
        visitor.name("page", "1");
        visitor.get("/documents/{document_id}/pages/{page}");
        visitor.post("/search", Map.of("query", QUESTION));
    }

    private void asked() {
        visitor.name("chat_id", visitor.post("/chats").path("chat_id").asText());
        var messages = "/chats/{chat_id}/messages";
        var question = Map.of("message", QUESTION);
        var answer = visitor.post(messages, question);
        visitor.name("message_id", answer.path("message_id").asText());
        var another = visitor.post(messages + "/{message_id}/regenerate");
        visitor.name("message_id", another.path("message_id").asText());
        visitor.send("PUT", messages + "/{message_id}/feedback", Map.of("rating", "up"));
        visitor.stream(messages, question);
        visitor.get(messages);
        visitor.get("/chats");
        visitor.get("/chats/{chat_id}");
        visitor.send("PATCH", "/chats/{chat_id}", Map.of("title", "Ferries"));
        visitor.get("/chats/{chat_id}/export");
    }
}
