package kb.chat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kb.activity.Activity;

/** Answers questions that belong to no chat: who asks brings along what was asked before, and nothing is kept. */
public final class LooseQuestions {
    private final StoredQuotes quotes;
    private final StandaloneQuestion standalone;
    private final SearchedAnswers answers;
    private final Supplier<UUID> newId;
    private final Clock clock;

    public LooseQuestions(
            StoredQuotes quotes,
            StandaloneQuestion standalone,
            SearchedAnswers answers,
            Supplier<UUID> newId,
            Clock clock) {
        this.quotes = quotes;
        this.standalone = standalone;
        this.answers = answers;
        this.newId = newId;
        this.clock = clock;
    }

    /** An id for what would be a chat. */
    public UUID conversation() {
        return newId.get();
    }

    /**
     * @param before what was asked before and answered, oldest first
     * @param listener hears what happens, last of all {@link ChatEvent.Done} with the message that is returned
     */
    public Message ask(UUID conversation, Question question, List<String> before, Consumer<ChatEvent> listener) {
        var deed = TurnDeed.question(conversation, clock);
        try {
            var answer = answered(conversation, question, before, deed.hearing(listener));
            Activity.did(deed.answered(answer));
            return answer;
        } catch (RuntimeException failed) {
            Activity.did(deed.unanswered(failed));
            throw failed;
        }
    }

    private Message answered(UUID conversation, Question question, List<String> before, Consumer<ChatEvent> listener) {
        var query = standalone.of(question.text(), understood(before));
        var answer = answers.answer(new Question(query, question.selection(), question.strict()), listener);
        var searched = Optional.of(query).filter(other -> !other.equals(question.text()));
        var message = quotes.unkept(
                question.selection().tenant(),
                Message.answer(newId.get(), conversation, searched, answer, clock.instant()));
        listener.accept(new ChatEvent.Done(message));
        return message;
    }

    private List<StandaloneQuestion.Turn> understood(List<String> before) {
        var turns = new ArrayList<StandaloneQuestion.Turn>();
        for (var question : before)
            turns.add(new StandaloneQuestion.Turn(standalone.of(question, List.copyOf(turns)), ""));
        return turns;
    }
}
