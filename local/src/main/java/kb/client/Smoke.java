package kb.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Sees whether a service works: a document of its own goes in, is asked about and is erased, and nothing is left. */
public final class Smoke {
    private static final String WAITING = "?wait=20";
    private static final int LONGEST_WAITS = 15;

    private final Service service;
    private final Terminal terminal;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Deque<String> leftovers = new ArrayDeque<>();

    public Smoke(Service service, Terminal terminal) {
        this.service = service;
        this.terminal = terminal;
    }

    /** @return whether all of it works */
    public boolean run() {
        try {
            step("alive", this::alive);
            step("every part answers", this::ready);
            step("the token is an administrator's", this::admitted);
            var document = step("a document is taken in", this::uploaded);
            step("it is read", () -> read(document));
            step("a question is answered from it", () -> asked(document));
            step("it is erased, with a receipt", () -> erased(document));
            terminal.line(terminal.strong("%s works".formatted(service.address())));
            return true;
        } catch (Refused failed) {
            terminal.line(terminal.strong("%s does not work".formatted(service.address())));
            return false;
        } finally {
            while (!leftovers.isEmpty()) removed(leftovers.pop());
        }
    }

    private String step(String what, Supplier<String> step) {
        terminal.bar(0, 1, what);
        try {
            var found = step.get();
            terminal.line("%s %s: %s".formatted(terminal.good("ok  "), what, Plain.line(found)));
            return found;
        } catch (Refused failed) {
            terminal.line("%s %s: %s".formatted(terminal.bad("FAIL"), what, failed.getMessage()));
            throw failed;
        }
    }

    private String alive() {
        var health = service.get("/health");
        return "version " + health.path("version").asText();
    }

    private String ready() {
        return service.get("/health/ready").path("status").asText();
    }

    private String admitted() {
        var me = service.get("/me");
        demand(
                me.path("role").asText().equals("admin"),
                "its role is %s, and only admin may erase"
                        .formatted(me.path("role").asText()));
        return "tenant " + me.path("tenant").asText();
    }

    private String uploaded() {
        var pdf = SmokePdf.of(List.of(
                "Notes on the lighthouse of Smoke " + mark,
                "The lighthouse of Smoke " + mark + " was painted green by Ada Merrow in 1911."));
        var document = Service.expect(sent(pdf), 202).path("document_id").asText();
        leftovers.push("/documents/" + document);
        return document;
    }

    private Service.Reply sent(byte[] pdf) {
        try {
            var file = Files.createTempFile("smoke", ".pdf");
            try {
                return service.send("/documents?filename=smoke-%s.pdf".formatted(mark), Files.write(file, pdf));
            } finally {
                Files.delete(file);
            }
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    private String read(String document) {
        for (int wait = 0; wait < LONGEST_WAITS; wait++) {
            var now = service.get("/documents/" + document + WAITING);
            var status = now.path("status").asText();
            if (status.equals("ready"))
                return "%d chunk".formatted(now.path("chunks").asInt());
            demand(!status.equals("failed"), now.path("error").path("detail").asText());
        }
        throw new Refused(504, "slow", "it is still being read after five minutes: see the log of what reads");
    }

    private String asked(String document) {
        var chat = "/chats/" + service.post("/chats", Map.of()).path("chat_id").asText();
        leftovers.push(chat);
        var question = "Who painted the lighthouse of Smoke %s?".formatted(mark);
        var answer = service.post(
                chat + "/messages", Map.of("message", question, "filters", Map.of("document_ids", List.of(document))));
        demand(
                AnswerText.answers(answer),
                "the answer is " + answer.path("status").asText());
        demand(cites(answer, document), "the answer cites another document");
        return answer.path("content").asText();
    }

    private static boolean cites(JsonNode answer, String document) {
        return answer.path("citations").path(0).path("document_id").asText().equals(document);
    }

    private String erased(String document) {
        var receipt = service.delete("/documents/" + document);
        leftovers.remove("/documents/" + document);
        var status = receipt.path("status").asText();
        receipt.path("left")
                .forEach(count -> demand(count.asInt() == 0, "something of it is left: " + receipt.path("left")));
        return status.equals("erased")
                ? "%s erased".formatted(receipt.path("erased"))
                : status + ", which ends by itself";
    }

    private static void demand(boolean fine, String otherwise) {
        if (!fine) throw new Refused(500, "smoke", Plain.line(otherwise));
    }

    private void removed(String path) {
        try {
            service.delete(path);
        } catch (IllegalStateException cannot) {
            terminal.line(terminal.bad("%s is left: %s".formatted(path, cannot.getMessage())));
        }
    }
}
