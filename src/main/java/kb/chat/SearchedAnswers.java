package kb.chat;

import java.util.function.Consumer;
import kb.search.SearchService;

/** Searches for a question that stands alone, and answers it out of what was found. */
public final class SearchedAnswers {
    private static final int PASSAGES = 8;

    private final SearchService search;
    private final Answers answers;

    public SearchedAnswers(SearchService search, Answers answers) {
        this.search = search;
        this.answers = answers;
    }

    Answer answer(Question question, Consumer<ChatEvent> listener) {
        listener.accept(new ChatEvent.Status("searching"));
        var found = search.search(question.selection(), question.text(), PASSAGES);
        listener.accept(new ChatEvent.Sources(found.passages(), found.degraded()));
        listener.accept(new ChatEvent.Status("answering"));
        return answers.answer(question, found, listener);
    }
}
