package kb.chat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kb.activity.Activity;
import kb.activity.Deed;
import kb.outside.Deadline;
import kb.outside.Unavailable;
import kb.people.Person;
import kb.repeats.Note;
import kb.repeats.Overtaken;
import kb.store.Write;

/** One turn of a chat: a question is understood, searched for and answered, and both are kept. */
public final class Asking {
    /** Of a note: the answer's id. */
    private static final String ANSWER = "message_id";

    private final Conversations conversations;
    private final RecentTurns recent;
    private final StoredQuotes quotes;
    private final StandaloneQuestion standalone;
    private final SearchedAnswers answers;
    private final Supplier<UUID> newId;
    private final Clock clock;

    public Asking(
            Conversations conversations,
            RecentTurns recent,
            StoredQuotes quotes,
            StandaloneQuestion standalone,
            SearchedAnswers answers,
            Supplier<UUID> newId,
            Clock clock) {
        this.conversations = conversations;
        this.recent = recent;
        this.quotes = quotes;
        this.standalone = standalone;
        this.answers = answers;
        this.newId = newId;
        this.clock = clock;
    }

    /** Of an answer, as it was noted. */
    static UUID answer(Map<String, String> noted) {
        return UUID.fromString(noted.get(ANSWER));
    }

    Optional<Message> ask(Person person, UUID chatId, Question question, Note note, Consumer<ChatEvent> listener) {
        var deed = TurnDeed.question(chatId, clock);
        var asked = Message.question(newId.get(), chatId, question.text(), clock.instant());
        try {
            var answered = made(person, asked, question, deed.hearing(listener));
            var kept = keepTurn(person, asked, question, answered, note, deed.answered(answered));
            if (kept.isEmpty()) Activity.did(deed.deleted());
            return kept;
        } catch (NotAnswered failed) {
            keepUnanswered(person, asked, question, failed, deed.unanswered(failed.why()));
            throw failed.why();
        } catch (RuntimeException broken) {
            Activity.did(deed.unanswered(broken));
            throw broken;
        }
    }

    Optional<LastTurn> last(Person person, UUID chatId) {
        return recent.last(person, chatId);
    }

    Optional<Message> askAgain(Person person, LastTurn turn, Note note, Consumer<ChatEvent> listener) {
        var deed = TurnDeed.regenerate(turn.asked().chatId(), clock);
        try {
            var answered = made(person, turn.asked(), turn.question(), deed.hearing(listener));
            var rows = conversations.inPlaceOf(person, turn.answer(), answered);
            var kept = keep(person, answered, UnaryOperator.identity(), rows, note, deed.answered(answered));
            if (kept.isEmpty()) Activity.did(deed.deleted());
            else quotes.forget(person.tenant(), turn.answer());
            return kept;
        } catch (NotAnswered failed) {
            Activity.did(deed.unanswered(failed.why()));
            throw failed.why();
        } catch (RuntimeException broken) {
            Activity.did(deed.unanswered(broken));
            throw broken;
        }
    }

    /** @throws NotAnswered when there is nothing to keep */
    private Message made(Person person, Message asked, Question question, Consumer<ChatEvent> listener)
            throws NotAnswered {
        try {
            // the rest of the time is for keeping the turn, also one that failed
            return Deadline.within(0.8, () -> {
                var query = standalone.of(asked.content(), recent.answeredBefore(person, asked));
                var answer = answers.answer(new Question(query, question.selection(), question.strict()), listener);
                return quotes.noted(person.tenant(), message(asked, query, answer));
            });
        } catch (Unavailable down) {
            throw new NotAnswered(Answer.failed(List.of()), down);
        } catch (Unanswered failed) {
            throw new NotAnswered(Answer.failed(failed.passages()), failed);
        } catch (AskerGone gone) {
            throw new NotAnswered(Answer.aborted(), gone);
        }
    }

    private Message message(Message asked, String query, Answer answer) {
        var searched = Optional.of(query).filter(other -> !other.equals(asked.content()));
        return Message.answer(newId.get(), asked.chatId(), searched, answer, clock.instant());
    }

    private Optional<Message> keepTurn(
            Person person, Message asked, Question question, Message answered, Note note, Deed deed) {
        var title = Chat.title(asked.content());
        var now = answered.createdAt();
        UnaryOperator<Chat> grown =
                before -> (before.title().isEmpty() ? before.titled(title, now) : before).grown(2, now);
        return keep(person, answered, grown, conversations.added(person, asked, question, answered), note, deed);
    }

    private Optional<Message> keep(
            Person person, Message answered, UnaryOperator<Chat> step, List<Write> rows, Note note, Deed deed) {
        try {
            var noted = note.of(Map.of(ANSWER, answered.messageId().toString()));
            var changed = conversations.change(person, answered.chatId(), step, rows, noted, deed);
            if (changed.isPresent()) quotes.checkAgain(person.tenant(), answered);
            else quotes.forget(person.tenant(), answered);
            return changed.map(_ -> answered);
        } catch (Overtaken other) {
            quotes.forget(person.tenant(), answered);
            throw other;
        }
    }

    /** What failed first is what the asker is told. */
    private void keepUnanswered(Person person, Message asked, Question question, NotAnswered failed, Deed deed) {
        try {
            var answered = quotes.noted(person.tenant(), message(asked, asked.content(), failed.instead()));
            var kept = keepTurn(person, asked, question, answered, Note.NONE, deed);
            if (kept.isEmpty()) Activity.did(deed);
        } catch (Unavailable also) {
            failed.why().addSuppressed(also);
            Activity.did(deed);
        }
    }

    /** Nobody was answered. */
    private static final class NotAnswered extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Answer instead;
        private final RuntimeException why;

        /** @param instead what is kept in an answer's place */
        NotAnswered(Answer instead, RuntimeException why) {
            super(why);
            this.instead = instead;
            this.why = why;
        }

        Answer instead() {
            return instead;
        }

        RuntimeException why() {
            return why;
        }
    }
}
