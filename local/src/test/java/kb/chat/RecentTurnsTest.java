package kb.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kb.masking.Masking;
import kb.outside.TimeOrderedIds;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.Item;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.store.Write;
import org.junit.jupiter.api.Test;

/** Which turns of a chat a question is understood by. */
class RecentTurnsTest {
    private static final Person WREN = new Person(new Tenant("t1"), "wren", "Wren");
    private static final UUID CHAT = new UUID(0, 1);

    private final MovableClock clock = new MovableClock();
    private final MemoryTable table = new MemoryTable(clock);
    private final TimeOrderedIds ids = new TimeOrderedIds(clock, new Random(1));

    private static Answer answered(String text) {
        return new Answer(
                AnswerStatus.ANSWERED, "extractive", Optional.empty(), text, List.of(), List.of(), 0, Usage.NONE);
    }

    private Message keep(Message message) {
        table.write(Write.put(Item.of(ChatKeys.message(WREN, message), message)));
        return message;
    }

    private void turn(String asked, Answer answer) {
        keep(Message.question(ids.get(), CHAT, asked, clock.instant()));
        keep(Message.answer(ids.get(), CHAT, Optional.empty(), answer, clock.instant()));
    }

    private List<String> before(Message asked) {
        return new RecentTurns(table, Masking.NONE)
                .answeredBefore(WREN, asked).stream()
                        .map(turn -> turn.understood() + " " + turn.answer())
                        .toList();
    }

    private Message next() {
        return Message.question(ids.get(), CHAT, "And then?", clock.instant());
    }

    @Test
    void the_last_ones_that_were_answered_oldest_first() {
        assertEquals(List.of(), before(next()));
        for (int i = 0; i < 3; i++) turn("q" + i, answered("a" + i));
        assertEquals(List.of("q0 a0", "q1 a1", "q2 a2"), before(next()));
    }

    @Test
    void what_failed_or_was_broken_off_is_none_and_others_further_back_are_looked_for() {
        turn("q0", answered("a0"));
        turn("q1", answered("a1"));
        for (var unanswered : Collections.nCopies(4, Answer.failed(List.of()))) turn("lost", unanswered);
        turn("gone", Answer.aborted());
        turn("q2", answered("a2"));
        assertEquals(List.of("q0 a0", "q1 a1", "q2 a2"), before(next()));
    }

    @Test
    void of_a_long_conversation_only_the_end_is_read() {
        for (int i = 0; i < 30; i++) turn("q" + i, answered("a" + i));
        assertEquals(List.of("q26 a26", "q27 a27", "q28 a28", "q29 a29"), before(next()));
    }

    @Test
    void a_question_that_is_answered_anew_is_not_understood_by_its_first_answer() {
        turn("q0", answered("a0"));
        var asked = keep(next());
        keep(Message.answer(ids.get(), CHAT, Optional.empty(), answered("a1"), clock.instant()));
        assertEquals(List.of("q0 a0"), before(asked));
    }
}
