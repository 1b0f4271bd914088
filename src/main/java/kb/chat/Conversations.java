package kb.chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import kb.documents.QuotedIn;
import kb.people.Person;
import kb.people.Tenant;
import kb.repeats.Overtaken;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Key;
import kb.store.Order;
import kb.store.Outcome;
import kb.store.Sha256;
import kb.store.Table;
import kb.store.Write;

/** Chats by person and messages by chat, as rows of the chat table. A chat's id alone opens nothing: its person must ask. */
public final class Conversations {
    private static final String CHAT = "chat#";
    private static final String MESSAGE = "message#";
    /** Each with what was said about it. */
    private static final int TRANSACTION = 50;

    private final Table table;
    private final Ratings ratings;

    public Conversations(Table table) {
        this.table = table;
        this.ratings = new Ratings(table);
    }

    void add(Person person, Chat chat) {
        table.write(Write.put(row(person, chat), Condition.ABSENT));
    }

    /** Adds a chat whose messages are there already. @param mark is written along, or nothing is */
    Outcome add(Person person, Chat chat, Write mark) {
        return table.write(Write.put(row(person, chat), Condition.ABSENT), mark);
    }

    /** Puts messages of a chat that nobody sees yet. */
    void put(Person person, List<Message> messages) {
        table.write(messages.stream()
                .map(message -> Write.put(Item.of(message(person, message), message)))
                .toList());
    }

    Optional<Chat> find(Person person, UUID chatId) {
        return table.get(chat(person, chatId)).map(item -> item.as(Chat.class));
    }

    /** Newest first. */
    ChatService.Listing<Chat> list(Person person, int limit, Optional<String> cursor) {
        var slice = table.query(chats(person), CHAT, Order.DESCENDING, limit, cursor);
        return new ChatService.Listing<>(
                slice.items().stream().map(item -> item.as(Chat.class)).toList(), slice.cursor());
    }

    /** Oldest first. */
    ChatService.Listing<Message> messages(Person person, UUID chatId, int limit, Optional<String> cursor) {
        var partition = messages(person.tenant(), chatId);
        var slice = table.query(partition, MESSAGE, Order.ASCENDING, limit, cursor);
        var messages =
                slice.items().stream().map(item -> item.as(Message.class)).toList();
        return new ChatService.Listing<>(ratings.on(partition, messages), slice.cursor());
    }

    /** The last turns that were answered, oldest first. @param most how many messages are looked at */
    List<StandaloneQuestion.Turn> answered(Person person, UUID chatId, int most) {
        var slice = table.query(messages(person.tenant(), chatId), MESSAGE, Order.DESCENDING, most, Optional.empty());
        var messages =
                slice.items().stream().map(item -> item.as(Message.class)).toList();
        var turns = new ArrayDeque<StandaloneQuestion.Turn>();
        for (int later = 0; later + 1 < messages.size(); later++) {
            var question = messages.get(later + 1);
            if (question.role() == Role.USER) messages.get(later).turn(question).ifPresent(turns::addFirst);
        }
        return List.copyOf(turns);
    }

    Optional<Message> message(Person person, UUID chatId, UUID messageId) {
        var found = table.get(message(person.tenant(), chatId, messageId)).map(item -> item.as(Message.class));
        return found.map(message ->
                ratings.on(messages(person.tenant(), chatId), List.of(message)).getFirst());
    }

    /** Keeps what its asker says about an answer; false when it is gone. */
    boolean rate(Person person, Message answer, Feedback feedback) {
        return ratings.put(message(person, answer), answer.messageId(), feedback);
    }

    /** Changes a chat; empty when it is gone. */
    Optional<Chat> change(Person person, UUID chatId, UnaryOperator<Chat> step) {
        return change(person, chatId, step, List.of(), List.of());
    }

    /**
     * Changes a chat and adds messages to it, in one transaction; empty when the chat is gone.
     *
     * @param note is written along
     * @throws Overtaken when it is refused
     */
    Optional<Chat> change(Person person, UUID chatId, UnaryOperator<Chat> step, List<Message> added, List<Write> note) {
        while (true) {
            var found = find(person, chatId);
            if (found.isEmpty()) return Optional.empty();
            var next = step.apply(found.get()).revised();
            var writes = new ArrayList<Write>(note);
            writes.add(Write.put(row(person, next), Condition.is("revision", (long)
                    found.get().revision())));
            for (var message : added) writes.add(Write.put(Item.of(message(person, message), message)));
            switch (table.write(writes)) {
                case Outcome.Done() -> {
                    return Optional.of(next);
                }
                case Outcome.Refused(var failed) -> {
                    if (failed.stream().anyMatch(position -> position < note.size())) throw new Overtaken();
                }
            }
        }
    }

    /** The chat first, so that nobody sees it half deleted. @param each hears every message before it goes */
    void delete(Person person, UUID chatId, Consumer<Message> each) {
        table.write(Write.delete(chat(person, chatId)));
        while (true) {
            var slice = table.query(
                    messages(person.tenant(), chatId), MESSAGE, Order.ASCENDING, TRANSACTION, Optional.empty());
            if (slice.items().isEmpty()) return;
            var writes = new ArrayList<Write>();
            for (var item : slice.items()) {
                var message = item.as(Message.class);
                each.accept(message);
                writes.add(Write.delete(item.key()));
                writes.add(Ratings.delete(item.key().partition(), message));
            }
            table.write(writes);
        }
    }

    /** Takes a document's text out of a message and returns how many quotes that were; empty when there is no message. */
    Optional<Long> erase(Tenant tenant, QuotedIn place, UUID document) {
        var key = message(tenant, place.chatId(), place.messageId());
        var found = table.get(key).map(item -> item.as(Message.class));
        if (found.isEmpty()) return Optional.empty();
        var erased = Write.put(Item.of(key, found.get().without(document)), Condition.PRESENT);
        var quotes = found.get().quotesOf(document);
        return table.write(erased) instanceof Outcome.Done ? Optional.of(quotes) : Optional.empty();
    }

    private static Item row(Person person, Chat chat) {
        return Item.of(chat(person, chat.chatId()), chat);
    }

    private static Key chat(Person person, UUID chatId) {
        return new Key(chats(person), CHAT + chatId);
    }

    private static Key message(Person person, Message message) {
        return message(person.tenant(), message.chatId(), message.messageId());
    }

    private static Key message(Tenant tenant, UUID chatId, UUID messageId) {
        return new Key(messages(tenant, chatId), MESSAGE + messageId);
    }

    private static String chats(Person person) {
        return "chats#" + person.tenant().id() + "#" + Sha256.hex(person.id());
    }

    private static String messages(Tenant tenant, UUID chatId) {
        return "messages#" + tenant.id() + "#" + chatId;
    }
}
