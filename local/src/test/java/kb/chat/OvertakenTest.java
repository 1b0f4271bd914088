package kb.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kb.activity.Deed;
import kb.activity.Kind;
import kb.local.SqliteDatabase;
import kb.local.SqliteTable;
import kb.masking.Masking;
import kb.people.Person;
import kb.people.Tenant;
import kb.repeats.Note;
import kb.repeats.Overtaken;
import kb.repeats.Repeats;
import kb.repeats.Start;
import kb.store.Item;
import kb.store.MovableClock;
import kb.store.Write;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A turn that comes when its key is lost is not kept, however late it comes. */
class OvertakenTest {
    private static final Person WREN = new Person(new Tenant("t1"), "wren", "Wren");
    private static final Deed CREATED = Deed.of(Kind.CHAT, "create", "7");

    @Test
    void of_two_attempts_under_a_key_one_keeps_its_turn(@TempDir Path data) throws Exception {
        try (var database = new SqliteDatabase(data.resolve("kb.db"))) {
            var clock = new MovableClock();
            var table = new SqliteTable(database, "chats", clock);
            var repeats = new Repeats(table, UUID::randomUUID, clock);
            var conversations = new Conversations(table, Masking.NONE);
            var chat = new Chat(UUID.randomUUID(), Optional.empty(), clock.instant(), clock.instant(), 0, 0);
            conversations.add(WREN, chat, CREATED);

            var slow = note(repeats);
            clock.forward(Duration.ofMinutes(6));
            var quick = note(repeats);
            assertThrows(Overtaken.class, () -> keep(conversations, chat, slow, clock));
            keep(conversations, chat, quick, clock);
            assertThrows(Overtaken.class, () -> keep(conversations, chat, slow, clock));
            assertThrows(Overtaken.class, () -> keep(conversations, chat, quick, clock));

            assertEquals(1, messages(conversations, chat).size());
            assertEquals(
                    1, conversations.find(WREN, chat.chatId()).orElseThrow().messageCount());
        }
    }

    private static Note note(Repeats repeats) {
        if (repeats.begin(WREN, "k", "a question") instanceof Start.Begun(var attempt)) return repeats.note(attempt);
        throw new AssertionError("not begun");
    }

    private static void keep(Conversations conversations, Chat chat, Note note, Clock clock) {
        var message = Message.question(UUID.randomUUID(), chat.chatId(), "Who?", clock.instant());
        var writes = note.of(Map.of("message_id", message.messageId().toString()));
        var row = Write.put(Item.of(ChatKeys.message(WREN, message), message));
        conversations.change(
                WREN, chat.chatId(), before -> before.grown(1, clock.instant()), List.of(row), writes, CREATED);
    }

    private static List<Message> messages(Conversations conversations, Chat chat) {
        return conversations.messages(WREN, chat.chatId(), 10, Optional.empty()).items();
    }
}
