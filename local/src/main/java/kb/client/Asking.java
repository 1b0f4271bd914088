package kb.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
        terminal.passing(terminal.dim("asking …"));
        var answer = order.json() ? whole(chat, order.question()) : told(chat, order.question());
        return AnswerText.answers(answer);
    }

    private JsonNode whole(String chat, String question) {
        var answer = answer(service.posted(messages(chat), Map.of("message", question)), chat);
        terminal.clear();
        terminal.output().println(answer);
        return answer;
    }

    /** Sentence by sentence, as each has been checked; then the sources. */
    private JsonNode told(String chat, String question) {
        var writer = new AnswerWriter(terminal);
        try {
            var answer = answer(service.told(messages(chat), Map.of("message", question), writer::piece), chat);
            writer.end(answer.path("content").asText());
            AnswerText.sources(answer, terminal).forEach(terminal::line);
            return answer;
        } catch (Refused refused) {
            writer.end();
            throw refused;
        }
    }

    private static String messages(String chat) {
        var escaped = URLEncoder.encode(chat, StandardCharsets.UTF_8).replace("+", "%20");
        return "/chats/%s/messages".formatted(escaped);
    }

    private String begun() {
        return service.post("/chats", Map.of()).path("chat_id").asText();
    }

    private static JsonNode answer(Service.Reply reply, String chat) {
        if (reply.status() == 404)
            throw new Refused(
                    404, "not-found", "you have no chat %s: leave --chat out to begin one".formatted(Plain.line(chat)));
        return Service.expect(reply, 200);
    }
}
