package kb.chat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A conversation of one person. @param revision counts the changes of this record; a writer says which one it read */
public record Chat(
        UUID chatId, Optional<String> title, Instant createdAt, Instant updatedAt, int messageCount, int revision) {
    private static final int LONGEST_TITLE = 80;

    Chat titled(String text, Instant at) {
        return new Chat(chatId, Optional.of(text), createdAt, at, messageCount, revision);
    }

    Chat grown(int messages, Instant at) {
        return new Chat(chatId, title, createdAt, at, messageCount + messages, revision);
    }

    Chat revised() {
        return new Chat(chatId, title, createdAt, updatedAt, messageCount, revision + 1);
    }

    /** A chat without a title takes its first question's beginning. */
    static String title(String question) {
        var line = question.replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST_TITLE) return line;
        var end = line.offsetByCodePoints(0, LONGEST_TITLE - 1);
        return line.substring(0, end).strip() + "…";
    }
}
