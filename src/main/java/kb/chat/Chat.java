package kb.chat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A conversation of one person. @param revision counts the changes of this record; a writer says which one it read */
public record Chat(
        UUID chatId, Optional<String> title, Instant createdAt, Instant updatedAt, int messageCount, int revision) {

    Chat titled(String text, Instant at) {
        return new Chat(chatId, Optional.of(text), createdAt, at, messageCount, revision);
    }

    Chat grown(int messages, Instant at) {
        return new Chat(chatId, title, createdAt, at, messageCount + messages, revision);
    }

    Chat revised() {
        return new Chat(chatId, title, createdAt, updatedAt, messageCount, revision + 1);
    }
}
