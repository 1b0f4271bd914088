package kb.chat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.masking.Masking;
import kb.people.Person;
import kb.search.Selection;
import kb.store.Order;
import kb.store.Table;

/** What was said last in a chat. */
public final class RecentTurns {
    /** So many turns as a question leans on, and one that is being answered. */
    private static final int LAST = 2 * (StandaloneQuestion.MOST_TURNS + 1);
    /** How many messages of a chat are looked at to understand the next one. */
    private static final int MOST = 20;

    private final Table table;
    private final AskedHow askedHow;
    private final Masking masking;

    /** @param masking of answers that are read */
    public RecentTurns(Table table, Masking masking) {
        this.table = table;
        this.askedHow = new AskedHow(table);
        this.masking = masking;
    }

    /** Empty where nothing was said yet. */
    Optional<LastTurn> last(Person person, UUID chatId) {
        var last = table
                .query(partition(person, chatId), ChatKeys.MESSAGE, Order.DESCENDING, 2, Optional.empty())
                .items()
                .stream()
                .map(item -> item.as(Message.class).masked(masking))
                .toList();
        if (last.size() < 2
                || last.getFirst().role() != Role.ASSISTANT
                || last.get(1).role() != Role.USER) return Optional.empty();
        var asked = last.get(1);
        var question = askedHow.find(ChatKeys.message(person, asked), asked)
                .orElseGet(() -> new Question(asked.content(), Selection.all(person.tenant()), false));
        return Optional.of(new LastTurn(asked, question, last.getFirst()));
    }

    /** The last turns before a question that were answered, oldest first: as many as a question may lean on, where there are so many. */
    List<StandaloneQuestion.Turn> answeredBefore(Person person, Message asked) {
        var last = said(person, asked, LAST);
        var turns = answered(last, asked);
        // an answer is large to read: further back only where some were not answered
        var suffices = turns.size() >= StandaloneQuestion.MOST_TURNS || last.size() < LAST;
        return suffices ? turns : answered(said(person, asked, MOST), asked);
    }

    private static List<StandaloneQuestion.Turn> answered(List<Said> messages, Message asked) {
        var turns = new ArrayDeque<StandaloneQuestion.Turn>();
        for (int later = 0; later + 1 < messages.size(); later++) {
            var question = messages.get(later + 1);
            if (question.messageId().equals(asked.messageId()) || question.role() != Role.USER) continue;
            messages.get(later).turn(question).ifPresent(turns::addFirst);
        }
        return List.copyOf(turns);
    }

    private List<Said> said(Person person, Message asked, int most) {
        var newest = table.query(
                partition(person, asked.chatId()),
                ChatKeys.MESSAGE,
                Order.DESCENDING,
                most,
                Optional.empty(),
                Said.ATTRIBUTES);
        return newest.items().stream()
                .map(item -> Said.of(item).masked(masking))
                .toList();
    }

    private static String partition(Person person, UUID chatId) {
        return ChatKeys.messages(person.tenant(), chatId);
    }
}
