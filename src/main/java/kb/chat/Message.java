package kb.chat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kb.documents.Caution;
import kb.masking.Masking;
import kb.search.Passage;

/**
 * One turn's half of a chat: a question, or what was said to it.
 *
 * @param status of an answer, likewise {@code mode} @param query what was searched for, when that is not what was asked
 * @param reason why it is no whole answer @param warnings of the documents that it quotes or shows passages of
 * @param evidence how well the best sentence of the passages fits the question, 0 to 1 @param feedback of the asker
 */
public record Message(
        UUID messageId,
        UUID chatId,
        Role role,
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
        Usage usage,
        Instant createdAt,
        Optional<Double> evidence,
        Optional<Feedback> feedback) {
    public Message {
        reason = reason == null ? Optional.empty() : reason; // answers that were stored before there was one
        evidence = evidence == null ? Optional.empty() : evidence; // likewise
        feedback = feedback == null ? Optional.empty() : feedback; // it is stored elsewhere
        citations = List.copyOf(citations);
        keptQuotes = Math.max(keptQuotes, citations.size()); // likewise: it was not counted
        passages = List.copyOf(passages);
        warnings = warnings == null ? List.of() : List.copyOf(warnings); // likewise
    }

    static Message question(UUID id, UUID chatId, String content, Instant at) {
        return new Message(
                id,
                chatId,
                Role.USER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                content,
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                Usage.NONE,
                at,
                Optional.empty(),
                Optional.empty());
    }

    static Message answer(UUID id, UUID chatId, Optional<String> query, Answer answer, Instant at) {
        return new Message(
                id,
                chatId,
                Role.ASSISTANT,
                Optional.of(answer.status()),
                Optional.of(answer.mode()),
                answer.reason(),
                query,
                answer.content(),
                answer.citations(),
                answer.passages(),
                List.of(),
                answer.keptQuotes(),
                answer.droppedQuotes(),
                answer.usage(),
                at,
                answer.evidence(),
                Optional.empty());
    }

    /**
     * Tells the answer as it was told while it was made, and returns it. Of the passages it was made from only those are told
     * that are kept with it.
     */
    public Message retell(Consumer<ChatEvent> listener) {
        listener.accept(new ChatEvent.Status("searching"));
        listener.accept(new ChatEvent.Sources(passages, List.of()));
        listener.accept(new ChatEvent.Status("answering"));
        var left = new ArrayDeque<>(citations);
        for (var text : CitedText.paragraphs(content)) {
            listener.accept(new ChatEvent.Text(text));
            while (!left.isEmpty() && text.contains("[" + left.getFirst().number() + "]")) {
                listener.accept(new ChatEvent.Cited(left.removeFirst()));
            }
        }
        left.forEach(citation -> listener.accept(new ChatEvent.Cited(citation)));
        listener.accept(new ChatEvent.Done(this));
        return this;
    }

    /** The same answer as it may be shown: it may have been stored before anything was masked. A question stays as its asker wrote it. */
    Message masked(Masking masking) {
        if (role == Role.USER) return this;
        return with(
                masking.of(content),
                citations.stream().map(citation -> citation.masked(masking)).toList(),
                passages.stream().map(passage -> passage.masked(masking)).toList(),
                warnings,
                feedback);
    }

    Message warning(List<Caution> of) {
        return with(content, citations, passages, of, feedback);
    }

    /** The documents it holds text of. */
    Set<UUID> documents() {
        return Stream.concat(
                        citations.stream()
                                .filter(citation -> !citation.erased())
                                .map(Citation::documentId),
                        passages.stream().map(Passage::documentId))
                .collect(Collectors.toUnmodifiableSet());
    }

    long quotesOf(UUID documentId) {
        var cited = citations.stream().filter(citation -> citation.quotes(documentId));
        var shown = passages.stream().filter(passage -> passage.documentId().equals(documentId));
        return cited.count() + shown.count();
    }

    /** The same message with a mark in place of whatever it says in the words of a document. */
    Message without(UUID documentId) {
        var numbers = citations.stream()
                .filter(citation -> citation.quotes(documentId))
                .map(Citation::number)
                .collect(Collectors.toSet());
        return with(
                CitedText.without(content, numbers),
                citations.stream()
                        .map(citation -> citation.quotes(documentId) ? citation.withoutText() : citation)
                        .toList(),
                passages.stream()
                        .filter(passage -> !passage.documentId().equals(documentId))
                        .toList(),
                warnings.stream()
                        .filter(caution -> !caution.documentId().equals(documentId))
                        .toList(),
                feedback);
    }

    /** @param said null when nothing was said */
    Message with(Feedback said) {
        return with(content, citations, passages, warnings, Optional.ofNullable(said));
    }

    private Message with(
            String otherContent,
            List<Citation> otherCitations,
            List<Passage> otherPassages,
            List<Caution> otherWarnings,
            Optional<Feedback> otherFeedback) {
        return new Message(
                messageId,
                chatId,
                role,
                status,
                mode,
                reason,
                query,
                otherContent,
                otherCitations,
                otherPassages,
                otherWarnings,
                keptQuotes,
                droppedQuotes,
                usage,
                createdAt,
                evidence,
                otherFeedback);
    }
}
