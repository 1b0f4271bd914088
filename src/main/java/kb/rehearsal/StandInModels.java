package kb.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An OpenAI-compatible service whose every text lies everywhere, and whose every answer is the same. */
record StandInModels(int dimensions) {
    /** In the form that our prompt asks for. */
    private static final List<String> WRITTEN = List.of(
            "say| The ferry leaves ", "the harbour at nine.\n", "quote 1| The ferry leaves the harbour at nine.\n");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    Reply embed(JsonNode request) {
        var data = JSON.arrayNode();
        for (int text = 0; text < request.path("input").size(); text++) {
            var vector = data.addObject()
                    .put("object", "embedding")
                    .put("index", text)
                    .putArray("embedding");
            for (int i = 0; i < dimensions; i++) vector.add(1f / (1 + i));
        }
        return Reply.json(JSON.objectNode()
                .put("object", "list")
                .<ObjectNode>set("data", data)
                .set("usage", JSON.objectNode().put("prompt_tokens", 1).put("total_tokens", 1)));
    }

    Reply write(JsonNode request) {
        var model = request.path("model").asText();
        var events = new StringBuilder();
        for (var piece : WRITTEN) events.append(event(model, piece, null));
        events.append(event(model, "", "stop"));
        var usage = JSON.objectNode().put("model", model);
        usage.putArray("choices");
        usage.putObject("usage")
                .put("prompt_tokens", 1)
                .put("completion_tokens", 1)
                .put("total_tokens", 2);
        return Reply.of("text/event-stream", events + "data: " + usage + "\n\ndata: [DONE]\n\n");
    }

    private static String event(String model, String text, String reason) {
        var event = JSON.objectNode()
                .put("id", "rehearsal")
                .put("object", "chat.completion.chunk")
                .put("model", model);
        var choice = event.putArray("choices").addObject().put("index", 0).put("finish_reason", reason);
        choice.putObject("delta").put("content", text);
        return "data: " + event + "\n\n";
    }
}
