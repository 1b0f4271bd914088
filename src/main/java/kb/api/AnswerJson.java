package kb.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.chat.AnswerStatus;
import kb.chat.Citation;
import kb.chat.Message;
import kb.chat.Usage;
import kb.documents.Caution;
import kb.search.Passage;

/** An answer outside of chats, as callers see it. */
record AnswerJson(
        UUID messageId,
        Optional<AnswerStatus> status,
        Optional<String> mode,
        Optional<String> reason,
        Optional<String> query,
        String content,
        List<Citation> citations,
        List<Passage> passages,
        List<Caution> warnings,
        int keptQuotes,
        int droppedQuotes,
        Usage usage) {
    static AnswerJson of(Message message) {
        return new AnswerJson(
                message.messageId(),
                message.status(),
                message.mode(),
                message.reason(),
                message.query(),
                message.content(),
                message.citations(),
                message.passages(),
                message.warnings(),
                message.keptQuotes(),
                message.droppedQuotes(),
                message.usage());
    }
}
