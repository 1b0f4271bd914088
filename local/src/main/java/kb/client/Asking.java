package kb.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Asks one question and shows the answer with its sources. */
public final class Asking {
    private final Service service;
    private final Terminal terminal;

    public Asking(Service service, Terminal terminal) {
        this.service = service;
        this.terminal = terminal;
    }

    /** @param chat to go on with; else a new one is begun @param json whether to print the answer as the service sends it */
    public record Order(String question, Optional<String> chat, boolean json) {}

    /** @return whether the documents answer it, if only in part */
    public boolean run(Order order) {
        var chat = order.chat().orElseGet(this::begun);
        terminal.bar(0, 1, "asking");
        var answer = answer(chat, order.question());
        terminal.clear();
        if (order.json()) terminal.output().println(answer);
        else AnswerText.lines(answer, terminal).forEach(terminal::line);
        return AnswerText.answers(answer);
    }

    private String begun() {
        return service.post("/chats", Map.of()).path("chat_id").asText();
    }

    private JsonNode answer(String chat, String question) {
        var reply = service.posted("/chats/%s/messages".formatted(chat), Map.of("message", question));
        if (reply.status() == 404)
            throw new Refused(
                    404, "not-found", "you have no chat %s: leave --chat out to begin one".formatted(Plain.line(chat)));
        return Service.expect(reply, 200);
    }
}
