package kb.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kb.activity.Activity;
import kb.activity.Deed;
import kb.documents.QuotedIn;
import kb.masking.Masking;
import kb.people.Person;
import kb.people.Tenant;
import kb.repeats.Overtaken;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Order;
import kb.store.Outcome;
import kb.store.Table;
import kb.store.Write;

/** Chats by person and messages by chat, as rows of the chat table. A chat's id alone opens nothing: its person must ask. */
public final class Conversations {
    private final Table table;
    private final Ratings ratings;
    private final AskedHow askedHow;
    private final Masking masking;

    /** @param masking of answers that are read */
    public Conversations(Table table, Masking masking) {
        this.table = table;
        this.ratings = new Ratings(table);
        this.askedHow = new AskedHow(table);
        this.masking = masking;
    }

    void add(Person person, Chat chat, Deed deed) {
        Activity.did(deed, table, List.of(Write.put(row(person, chat), Condition.ABSENT)));
    }

    /** Adds a chat whose messages are there already. @param mark is written along, or nothing is */
    Outcome add(Person person, Chat chat, Write mark) {
        return table.write(Write.put(row(person, chat), Condition.ABSENT), mark);
    }

    /** Puts messages of a chat that nobody sees yet. */
    void put(Person person, List<Message> messages) {
        table.write(messages.stream().map(message -> put(person, message)).toList());
    }

    Optional<Chat> find(Person person, UUID chatId) {
        return table.get(ChatKeys.chat(person, chatId)).map(item -> item.as(Chat.class));
    }

    /** Newest first. */
    ChatService.Listing<Chat> list(Person person, int limit, Optional<String> cursor) {
        var slice = table.query(ChatKeys.chats(person), ChatKeys.CHAT, Order.DESCENDING, limit, cursor);
        return new ChatService.Listing<>(
                slice.items().stream().map(item -> item.as(Chat.class)).toList(), slice.cursor());
    }

    /** Oldest first. */
    ChatService.Listing<Message> messages(Person person, UUID chatId, int limit, Optional<String> cursor) {
        var partition = ChatKeys.messages(person.tenant(), chatId);
        var slice = table.query(partition, ChatKeys.MESSAGE, Order.ASCENDING, limit, cursor);
        var messages = slice.items().stream().map(this::shown).toList();
        return new ChatService.Listing<>(ratings.on(partition, messages), slice.cursor());
    }

    Optional<Message> message(Person person, UUID chatId, UUID messageId) {
        var found =
                table.get(ChatKeys.message(person.tenant(), chatId, messageId)).map(item -> item.as(Message.class));
        return found.map(message -> ratings.on(ChatKeys.messages(person.tenant(), chatId), List.of(message))
                .getFirst());
    }

    private Message shown(Item item) {
        return item.as(Message.class).masked(masking);
    }

    /** Keeps what its asker says about an answer; false when it is gone. */
    boolean rate(Person person, Message answer, Feedback feedback, Deed deed) {
        return ratings.put(ChatKeys.message(person, answer), answer.messageId(), feedback, deed);
    }

    /** Changes a chat; empty when it is gone. */
    Optional<Chat> change(Person person, UUID chatId, UnaryOperator<Chat> step, Deed deed) {
        return change(person, chatId, step, List.of(), List.of(), deed);
    }

    /** The rows of a new turn. */
    List<Write> added(Person person, Message asked, Question question, Message answered) {
        var how = askedHow.kept(ChatKeys.message(person, asked), asked, question);
        return Stream.concat(Stream.of(put(person, asked), put(person, answered)), how.stream())
                .toList();
    }

    /** The rows of another answer to the same question; what was said about the first was not about it. */
    List<Write> inPlaceOf(Person person, Message earlier, Message answered) {
        var key = ChatKeys.message(person, earlier);
        return List.of(Write.delete(key), Ratings.delete(key.partition(), earlier), put(person, answered));
    }

    private static Write put(Person person, Message message) {
        return Write.put(Item.of(ChatKeys.message(person, message), message));
    }

    /**
     * Changes a chat and what is in it, in one transaction; empty when the chat is gone.
     *
     * @param note is written along
     * @param deed is what the log says of it
     * @throws Overtaken when it is refused
     */
    Optional<Chat> change(
            Person person, UUID chatId, UnaryOperator<Chat> step, List<Write> rows, List<Write> note, Deed deed) {
        while (true) {
            var found = find(person, chatId);
            if (found.isEmpty()) return Optional.empty();
            var next = step.apply(found.get()).revised();
            var writes = new ArrayList<Write>(note);
            writes.add(Write.put(row(person, next), Condition.is("revision", (long)
                    found.get().revision())));
            writes.addAll(rows);
            switch (Activity.did(deed, table, writes)) {
                case Outcome.Done() -> {
                    return Optional.of(next);
                }
                case Outcome.Refused(var failed) -> {
                    if (failed.stream().anyMatch(position -> position < note.size())) throw new Overtaken();
                }
            }
        }
    }

    /** Takes a document's text out of a message and returns how many quotes that were; empty when there is no message. */
    Optional<Long> erase(Tenant tenant, QuotedIn place, UUID document) {
        var key = ChatKeys.message(tenant, place.chatId(), place.messageId());
        var found = table.get(key).map(item -> item.as(Message.class));
        if (found.isEmpty()) return Optional.empty();
        var erased = Write.put(Item.of(key, found.get().without(document)), Condition.PRESENT);
        var quotes = found.get().quotesOf(document);
        return table.write(erased) instanceof Outcome.Done ? Optional.of(quotes) : Optional.empty();
    }

    private static Item row(Person person, Chat chat) {
        return Item.of(ChatKeys.chat(person, chat.chatId()), chat);
    }
}
