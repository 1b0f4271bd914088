package kb.chat;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import kb.activity.Activity;
import kb.activity.Deed;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Key;
import kb.store.Outcome;
import kb.store.Table;
import kb.store.Write;

/**
 * What askers say about answers, in rows beside them: an answer may change at the same time, when a document is erased, and
 * neither write may undo the other.
 */
final class Ratings {
    private static final String FEEDBACK = "feedback#";

    private final Table table;

    Ratings(Table table) {
        this.table = table;
    }

    /** Replaces what was said before; false when the message is gone. @param message its row */
    boolean put(Key message, UUID messageId, Feedback feedback, Deed deed) {
        var row = Item.of(new Key(message.partition(), FEEDBACK + messageId), feedback);
        var writes = List.of(new Write.Check(message, Condition.PRESENT), Write.put(row));
        return Activity.did(deed, table, writes) instanceof Outcome.Done;
    }

    /** The messages of one chat, each with what was said about it. */
    List<Message> on(String partition, Collection<Message> messages) {
        var keys = messages.stream()
                .filter(message -> message.role() == Role.ASSISTANT)
                .map(message -> key(partition, message))
                .toList();
        var said = table.get(keys).stream()
                .collect(Collectors.toMap(item -> item.key().sort(), item -> item.as(Feedback.class)));
        return messages.stream()
                .map(message -> message.with(said.get(FEEDBACK + message.messageId())))
                .toList();
    }

    static Write delete(String partition, Message message) {
        return Write.delete(key(partition, message));
    }

    private static Key key(String partition, Message message) {
        return new Key(partition, FEEDBACK + message.messageId());
    }
}
