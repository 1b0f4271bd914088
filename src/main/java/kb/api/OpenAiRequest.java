package kb.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kb.chat.Question;
import kb.http.Call;
import kb.http.Fields;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Shown;

/**
 * A request for a completion. What else these clients send, such as a temperature, says nothing to us and is passed over; so are
 * messages of the system, for the rules of answering are ours.
 *
 * @param before what was asked before and answered, oldest first
 * @param usage whether a stream is to end with it
 */
record OpenAiRequest(Question question, List<String> before, boolean stream, boolean usage) {
    private static final int LONGEST_QUESTION = 10_000;
    private static final int MOST_MESSAGES = 1_000;
    /** As many as a chat of ours looks back to. */
    private static final int REMEMBERED = 10;

    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool", "function");

    static OpenAiRequest parse(Call call) {
        var json = call.json();
        if (!json.isObject()) throw new ProblemException(new Problem.Malformed("expected one JSON object"));
        var fields = Fields.of(json);
        var model = fields.text("model", 200);
        var stream = fields.flag("stream", false);
        fields.number("n", 1, 1, 1);
        var usage = fields.object("stream_options").flag("include_usage", false);
        var selection = Filters.selection(fields, call.caller());
        var strict = fields.flag("strict", false);
        var said = said(json.path("messages"), fields);
        var request = fields.intoKnown(() -> new OpenAiRequest(
                new Question(said.getLast().text(), selection, strict), answered(said), stream, usage));
        if (model.equals(OpenAiApi.MODEL)) return request;
        throw new ProblemException(new Problem.NotFound(OpenAiApi.MODEL_THING, Shown.of(model)));
    }

    private record Said(String role, String text) {
        boolean by(String other) {
            return role.equals(other);
        }
    }

    private static List<Said> said(JsonNode messages, Fields fields) {
        if (!messages.isArray() || messages.isEmpty() || messages.size() > MOST_MESSAGES)
            return fields.complain("messages", "must be a list of 1 to 1,000 messages", List.of());
        var said = new ArrayList<Said>();
        for (var message : messages) {
            var role = message.path("role").asText();
            if (!ROLES.contains(role))
                return fields.complain("messages", "must each have a role: user or assistant", List.of());
            if (role.equals("user") && !isText(message.path("content")))
                return fields.complain("messages", "of the user must be texts, and nothing but text", List.of());
            said.add(new Said(role, text(message.path("content"))));
        }
        var last = said.getLast();
        if (!last.by("user")) return fields.complain("messages", "must end with one of the user", List.of());
        var question = fields.text("messages", TextNode.valueOf(last.text()), LONGEST_QUESTION);
        said.set(said.size() - 1, new Said("user", question.orElse("")));
        return said;
    }

    private static boolean isText(JsonNode content) {
        if (content.isTextual()) return true;
        return content.isArray()
                && StreamSupport.stream(content.spliterator(), false)
                        .allMatch(part -> part.path("type").asText().equals("text")
                                && part.path("text").isTextual());
    }

    private static String text(JsonNode content) {
        if (!content.isArray()) return content.asText("");
        return StreamSupport.stream(content.spliterator(), false)
                .map(part -> part.path("text").asText(""))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> answered(List<Said> said) {
        var before = new ArrayList<String>();
        for (int i = 0; i + 1 < said.size(); i++) {
            var reply = said.get(i + 1);
            if (said.get(i).by("user") && reply.by("assistant") && !AnswerText.isNone(reply.text()))
                before.add(said.get(i).text());
        }
        return List.copyOf(before.subList(Math.max(0, before.size() - REMEMBERED), before.size()));
    }
}
