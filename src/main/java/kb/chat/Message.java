package kb.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.search.Passage;

/**
 * One turn's half of a chat: a question, or what was said to it.
 *
 * @param status of an answer, likewise {@code mode}
 */
public record Message(
        UUID messageId,
        UUID chatId,
        Role role,
        Optional<AnswerStatus> status,
        Optional<String> mode,
        String content,
        List<Citation> citations,
        List<Passage> passages,
        int droppedQuotes,
        Usage usage,
        Instant createdAt) {
    public Message {
        citations = List.copyOf(citations);
        passages = List.copyOf(passages);
    }

    static Message question(UUID id, UUID chatId, String content, Instant at) {
        return new Message(
                id,
                chatId,
                Role.USER,
                Optional.empty(),
                Optional.empty(),
                content,
                List.of(),
                List.of(),
                0,
                Usage.NONE,
                at);
    }

    static Message answer(UUID id, UUID chatId, Answer answer, Instant at) {
        return new Message(
                id,
                chatId,
                Role.ASSISTANT,
                Optional.of(answer.status()),
                Optional.of(answer.mode()),
                answer.content(),
                answer.citations(),
                answer.passages(),
                answer.droppedQuotes(),
                answer.usage(),
                at);
    }
}
