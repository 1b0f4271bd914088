package kb.chat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kb.activity.Deed;
import kb.activity.Kind;
import kb.people.Person;
import kb.repeats.Note;

/** Conversations, and the asking of questions in them. */
public final class ChatService {
    private final Conversations conversations;
    private final Deletions deletions;
    private final Asking asking;
    private final Supplier<UUID> newId;
    private final Clock clock;

    public ChatService(
            Conversations conversations, Deletions deletions, Asking asking, Supplier<UUID> newId, Clock clock) {
        this.conversations = conversations;
        this.deletions = deletions;
        this.asking = asking;
        this.newId = newId;
        this.clock = clock;
    }

    /** Some of a list, and where to go on. */
    public record Listing<T>(List<T> items, Optional<String> cursor) {}

    public Chat create(Person person, Optional<String> title) {
        var now = clock.instant();
        var chat = new Chat(newId.get(), title, now, now, 0, 0);
        var deed = Deed.of(Kind.CHAT, "create", chat.chatId()).counting(TurnDeed.CHATS, 1);
        conversations.add(person, chat, deed);
        return chat;
    }

    public Optional<Chat> find(Person person, UUID chatId) {
        return conversations.find(person, chatId);
    }

    /** Newest first. */
    public Listing<Chat> list(Person person, int limit, Optional<String> cursor) {
        return conversations.list(person, limit, cursor);
    }

    public Optional<Chat> rename(Person person, UUID chatId, String title) {
        var deed = Deed.of(Kind.CHAT, "rename", chatId);
        return conversations.change(person, chatId, chat -> chat.titled(title, clock.instant()), deed);
    }

    /** Whether there was such a chat, or something left of one. */
    public boolean delete(Person person, UUID chatId) {
        return deletions.delete(person, chatId);
    }

    /** Deletes all chats of a person and returns how many there were. */
    public int deleteAll(Person person) {
        return deletions.deleteAll(person);
    }

    /** Oldest first. */
    public Listing<Message> messages(Person person, UUID chatId, int limit, Optional<String> cursor) {
        return conversations.messages(person, chatId, limit, cursor);
    }

    /**
     * Answers a question and keeps both, also when it failed or the asker went away.
     *
     * @param note is written together with the answer, unless that failed
     * @param listener hears what happens, last of all {@link ChatEvent.Done} with the message that is returned
     * @return empty when the chat was deleted
     */
    public Optional<Message> ask(
            Person person, UUID chatId, Question question, Note note, Consumer<ChatEvent> listener) {
        return told(asking.ask(person, chatId, question, note, listener), listener);
    }

    /** What was said last in a chat, and to what; empty where nothing was said yet. */
    public Optional<LastTurn> lastTurn(Person person, UUID chatId) {
        return asking.last(person, chatId);
    }

    /**
     * Answers the question of the last turn anew, as it was asked. The answer takes the earlier one's place; while there is none,
     * because it fails or the asker goes away, the earlier one stays.
     *
     * @return empty when the chat was deleted
     */
    public Optional<Message> askAgain(Person person, LastTurn turn, Note note, Consumer<ChatEvent> listener) {
        return told(asking.askAgain(person, turn, note, listener), listener);
    }

    private static Optional<Message> told(Optional<Message> answer, Consumer<ChatEvent> listener) {
        answer.ifPresent(message -> listener.accept(new ChatEvent.Done(message)));
        return answer;
    }

    /** An answer of a chat, as it is stored now. */
    public Optional<Message> answer(Person person, UUID chatId, UUID messageId) {
        return conversations.message(person, chatId, messageId).filter(message -> message.role() == Role.ASSISTANT);
    }

    /** An answer as it is stored now; empty when it is deleted. @param noted when it was given first */
    public Optional<Message> again(Person person, UUID chatId, Map<String, String> noted) {
        return conversations.message(person, chatId, Asking.answer(noted));
    }
}
