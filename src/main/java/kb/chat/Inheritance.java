package kb.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kb.masking.Masking;
import kb.people.Person;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Key;
import kb.store.Outcome;
import kb.store.Table;
import kb.store.Write;

/**
 * Takes over chats from another service, each whole or not at all.
 *
 * <p>What was taken over once is never taken over again, also when its person deleted it meanwhile. Nobody checked the quotes of these
 * answers, so they are unsupported, and what a page could make an image, a link or HTML of is taken out of them.
 */
public final class Inheritance {
    /** So that their messages, of 400 KB at most, fit in one transaction. */
    private static final int AT_ONCE = 8;

    private static final String UNCHECKED = "the service that it comes from checked no quotes";

    private final Table table;
    private final Conversations conversations;

    public Inheritance(Table table) {
        this.table = table;
        this.conversations = new Conversations(table, Masking.NONE);
    }

    /** @param model that wrote an answer, and what it took as far as it is known */
    public record Said(
            UUID id, Role role, String text, Instant at, Optional<String> model, int tokens, double costUsd) {}

    /** In the order in which it was said. */
    public record Heirloom(
            UUID chatId, Optional<String> title, Instant createdAt, Instant updatedAt, List<Said> messages) {
        public Heirloom {
            messages = List.copyOf(messages);
        }
    }

    public boolean isTaken(Person owner, UUID chatId) {
        return table.get(mark(owner, chatId)).isPresent();
    }

    /** @return false when it was taken over before */
    public boolean take(Person owner, Heirloom heirloom) {
        if (isTaken(owner, heirloom.chatId())) return false;
        var messages = heirloom.messages().stream()
                .map(said -> message(heirloom.chatId(), said))
                .toList();
        for (int from = 0; from < messages.size(); from += AT_ONCE) {
            conversations.put(owner, messages.subList(from, Math.min(from + AT_ONCE, messages.size())));
        }
        var chat = new Chat(
                heirloom.chatId(), heirloom.title(), heirloom.createdAt(), heirloom.updatedAt(), messages.size(), 0);
        // last, so that nobody sees a part of it
        var mark = Write.put(new Item(mark(owner, heirloom.chatId()), Map.of()), Condition.ABSENT);
        return conversations.add(owner, chat, mark) instanceof Outcome.Done;
    }

    private static Message message(UUID chatId, Said said) {
        if (said.role() == Role.USER) return Message.question(said.id(), chatId, said.text(), said.at());
        var usage = new Usage(said.model(), said.tokens(), 0, said.costUsd());
        var answer = new Answer(
                AnswerStatus.UNSUPPORTED,
                "model",
                Optional.of(UNCHECKED),
                plain(said.text()),
                List.of(),
                List.of(),
                0,
                usage);
        return Message.answer(said.id(), chatId, Optional.empty(), answer, said.at());
    }

    /** As it is kept: line by line, without anything that a page would do more with than show it. */
    public static String plain(String text) {
        return text.lines().map(PlainText::of).collect(Collectors.joining("\n"));
    }

    private static Key mark(Person owner, UUID chatId) {
        return new Key("inherited#" + owner.tenant().id(), chatId.toString());
    }
}
