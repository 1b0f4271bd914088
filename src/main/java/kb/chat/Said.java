package kb.chat;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kb.masking.Masking;
import kb.store.Item;

/** Of a stored message what the next question may lean on, without what it quotes and shows: that is most of it to read. */
record Said(UUID messageId, Role role, Optional<AnswerStatus> status, Optional<String> query, String content) {
    /** All that is read of a row. */
    static final Set<String> ATTRIBUTES = Set.of("message_id", "role", "status", "query", "content");

    static Said of(Item row) {
        return new Said(
                UUID.fromString(row.text("message_id")),
                Role.valueOf(row.text("role").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.text("status"))
                        .map(word -> AnswerStatus.valueOf(word.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(row.text("query")),
                row.text("content"));
    }

    /** As {@link Message#masked}. */
    Said masked(Masking masking) {
        return role == Role.USER ? this : new Said(messageId, role, status, query, masking.of(content));
    }

    /** What was asked before and how it was understood; empty when this is no answer to it. */
    Optional<StandaloneQuestion.Turn> turn(Said question) {
        return status.filter(one -> one == AnswerStatus.ANSWERED || one == AnswerStatus.PARTIAL)
                .map(_ -> new StandaloneQuestion.Turn(query.orElse(question.content()), content));
    }
}
