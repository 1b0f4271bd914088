package kb.chat;

import static kb.activity.Activity.did;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kb.activity.Deed;
import kb.activity.Kind;
import kb.outside.Deadline;
import kb.outside.Unavailable;
import kb.people.Person;
import kb.repeats.Note;
import kb.repeats.Overtaken;
import kb.search.SearchService;

/** Conversations, and the answering of questions in them. */
public final class ChatService {
    private static final int PASSAGES = 8;
    /** How many messages of a chat are looked at to understand the next one. */
    private static final int REMEMBERED = 20;

    /** Of a note: the answer's id. */
    private static final String ANSWER = "message_id";

    private final Conversations conversations;
    private final StoredQuotes quotes;
    private final StandaloneQuestion standalone;
    private final SearchService search;
    private final Answers answers;
    private final Supplier<UUID> newId;
    private final Clock clock;

    public ChatService(
            Conversations conversations,
            StoredQuotes quotes,
            StandaloneQuestion standalone,
            SearchService search,
            Answers answers,
            Supplier<UUID> newId,
            Clock clock) {
        this.conversations = conversations;
        this.quotes = quotes;
        this.standalone = standalone;
        this.search = search;
        this.answers = answers;
        this.newId = newId;
        this.clock = clock;
    }

    /** Some of a list, and where to go on. */
    public record Listing<T>(List<T> items, Optional<String> cursor) {}

    public Chat create(Person person, Optional<String> title) {
        var now = clock.instant();
        var chat = new Chat(newId.get(), title, now, now, 0, 0);
        conversations.add(person, chat);
        did(Deed.of(Kind.CHAT, "create", chat.chatId()).counting(TurnDeed.CHATS, 1));
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
        var renamed = conversations.change(person, chatId, chat -> chat.titled(title, clock.instant()));
        renamed.ifPresent(_ -> did(Deed.of(Kind.CHAT, "rename", chatId)));
        return renamed;
    }

    /** Whether there was such a chat. */
    public boolean delete(Person person, UUID chatId) {
        var found = conversations.find(person, chatId).isPresent();
        if (found) deleteWhole(person, chatId);
        return found;
    }

    /** Deletes all chats of a person and returns how many there were. */
    public int deleteAll(Person person) {
        for (int deleted = 0; ; ) {
            var some = conversations.list(person, 100, Optional.empty()).items();
            if (some.isEmpty()) return deleted;
            for (var chat : some) deleteWhole(person, chat.chatId());
            deleted += some.size();
        }
    }

    private void deleteWhole(Person person, UUID chatId) {
        did(Deed.of(Kind.CHAT, "delete", chatId));
        conversations.delete(person, chatId, message -> quotes.forget(person.tenant(), message));
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
        var stored = TurnDeed.of(chatId, clock, listener, hearing -> {
            var asked = Message.question(newId.get(), chatId, question.text(), clock.instant());
            return keep(person, asked, answer(person, asked, question, hearing), note);
        });
        stored.ifPresent(message -> listener.accept(new ChatEvent.Done(message)));
        return stored;
    }

    /** An answer as it is stored now; empty when it is deleted. @param noted when it was given first */
    public Optional<Message> again(Person person, UUID chatId, Map<String, String> noted) {
        return conversations.message(person, chatId, UUID.fromString(noted.get(ANSWER)));
    }

    private Message answer(Person person, Message asked, Question question, Consumer<ChatEvent> listener) {
        try {
            // the rest of the time is for keeping the turn, also one that failed
            return Deadline.within(0.8, () -> {
                var query = standalone.of(asked.content(), conversations.answered(person, asked.chatId(), REMEMBERED));
                var answer = answer(new Question(query, question.selection(), question.strict()), listener);
                return quotes.noted(person.tenant(), message(asked, query, answer));
            });
        } catch (Unavailable down) {
            keepUnanswered(person, asked, Answer.failed(List.of()), down);
            throw down;
        } catch (Unanswered failed) {
            keepUnanswered(person, asked, Answer.failed(failed.passages()), failed);
            throw failed;
        } catch (AskerGone gone) {
            keepUnanswered(person, asked, Answer.aborted(), gone);
            throw gone;
        }
    }

    private Message message(Message asked, String query, Answer answer) {
        var searched = Optional.of(query).filter(other -> !other.equals(asked.content()));
        return Message.answer(newId.get(), asked.chatId(), searched, answer, clock.instant());
    }

    private Answer answer(Question question, Consumer<ChatEvent> listener) {
        listener.accept(new ChatEvent.Status("searching"));
        var found = search.search(question.selection(), question.text(), PASSAGES);
        listener.accept(new ChatEvent.Sources(found.passages(), found.degraded()));
        listener.accept(new ChatEvent.Status("answering"));
        return answers.answer(question, found, listener);
    }

    private Optional<Message> keep(Person person, Message asked, Message answered, Note note) {
        try {
            var grown = change(person, asked, answered, note);
            if (grown.isPresent()) quotes.checkAgain(person.tenant(), answered);
            else quotes.forget(person.tenant(), answered);
            return grown.map(_ -> answered);
        } catch (Overtaken other) {
            quotes.forget(person.tenant(), answered);
            throw other;
        }
    }

    private Optional<Chat> change(Person person, Message asked, Message answered, Note note) {
        var now = answered.createdAt();
        var title = Chat.title(asked.content());
        return conversations.change(
                person,
                asked.chatId(),
                before -> (before.title().isEmpty() ? before.titled(title, now) : before).grown(2, now),
                List.of(asked, answered),
                note.of(Map.of(ANSWER, answered.messageId().toString())));
    }

    /** What failed first is what the asker is told. */
    private void keepUnanswered(Person person, Message asked, Answer none, RuntimeException why) {
        try {
            var answered = message(asked, asked.content(), none);
            keep(person, asked, quotes.noted(person.tenant(), answered), Note.NONE);
        } catch (Unavailable also) {
            why.addSuppressed(also);
        }
    }
}
