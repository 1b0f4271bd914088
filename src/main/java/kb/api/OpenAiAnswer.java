package kb.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kb.chat.ChatEvent;
import kb.chat.Message;
import kb.http.Event;
import kb.http.Json;

/**
 * An answer as a chat completion: whole, or in chunks whose texts joined are the same.
 *
 * @param created in seconds since 1970
 */
record OpenAiAnswer(UUID conversation, long created, boolean usage) {
    private static final Event END = new Event("", "[DONE]");

    Map<String, Object> whole(Message message) {
        var said = new LinkedHashMap<String, Object>();
        said.put("role", "assistant");
        said.put("content", AnswerText.of(message));
        said.put("refusal", null);
        var completion = head("chat.completion", List.of(choice("message", said, "stop")));
        completion.put("usage", tokens(message));
        completion.put("knowledge_base", AnswerJson.of(message));
        return completion;
    }

    List<Event> told(ChatEvent event) {
        return switch (event) {
            case ChatEvent.Status(var stage)
            when stage.equals("searching") -> List.of(delta(Map.of("role", "assistant", "content", "")));
            case ChatEvent.Text(var text) -> List.of(delta(Map.of("content", text)));
            case ChatEvent.Pulse() -> List.of(Event.PULSE);
            case ChatEvent.Done(var message) -> end(message);
            default -> List.of();
        };
    }

    private List<Event> end(Message message) {
        var events = new ArrayList<Event>();
        var rest = AnswerText.of(message).substring(message.content().length());
        if (!rest.isEmpty()) events.add(delta(Map.of("content", rest)));
        var last = head("chat.completion.chunk", List.of(choice("delta", Map.of(), "stop")));
        last.put("knowledge_base", AnswerJson.of(message));
        events.add(event(last));
        if (usage) {
            var counted = head("chat.completion.chunk", List.of());
            counted.put("usage", tokens(message));
            events.add(event(counted));
        }
        events.add(END);
        return events;
    }

    private Event delta(Map<String, ?> delta) {
        return event(head("chat.completion.chunk", List.of(choice("delta", delta, null))));
    }

    private static Event event(Map<String, ?> chunk) {
        return new Event("", Json.write(chunk));
    }

    private Map<String, Object> head(String object, List<?> choices) {
        var head = new LinkedHashMap<String, Object>();
        head.put("id", "chatcmpl-" + conversation);
        head.put("object", object);
        head.put("created", created);
        head.put("model", OpenAiApi.MODEL);
        head.put("choices", choices);
        return head;
    }

    private static Map<String, Object> choice(String name, Object said, String reason) {
        var choice = new LinkedHashMap<String, Object>();
        choice.put("index", 0);
        choice.put(name, said);
        choice.put("logprobs", null);
        choice.put("finish_reason", reason);
        return choice;
    }

    private static Map<String, Object> tokens(Message message) {
        var read = message.usage().promptTokens();
        var written = message.usage().completionTokens();
        return Map.of("prompt_tokens", read, "completion_tokens", written, "total_tokens", read + written);
    }
}
