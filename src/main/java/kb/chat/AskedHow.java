package kb.chat;

import java.util.Optional;
import kb.search.Selection;
import kb.store.Item;
import kb.store.Key;
import kb.store.Table;
import kb.store.Write;

/** How questions were asked, in rows beside them, for those that were asked more narrowly than usual. */
final class AskedHow {
    private static final String ASKED = "asked#";

    private final Table table;

    AskedHow(Table table) {
        this.table = table;
    }

    /** @param message the question's row */
    Optional<Question> find(Key message, Message asked) {
        return table.get(key(message.partition(), asked)).map(item -> item.as(Question.class));
    }

    /** @param message the question's row */
    Optional<Write> kept(Key message, Message asked, Question question) {
        var usual =
                new Question(asked.content(), Selection.all(question.selection().tenant()), false);
        return Optional.of(question)
                .filter(other -> !other.equals(usual))
                .map(other -> Write.put(Item.of(key(message.partition(), asked), other)));
    }

    static Write delete(String partition, Message message) {
        return Write.delete(key(partition, message));
    }

    private static Key key(String partition, Message message) {
        return new Key(partition, ASKED + message.messageId());
    }
}
