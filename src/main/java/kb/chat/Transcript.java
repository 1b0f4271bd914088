package kb.chat;

import java.util.List;

/** A whole conversation, oldest message first. */
public record Transcript(Chat chat, List<Message> messages) {
    public Transcript {
        messages = List.copyOf(messages);
    }
}
