package kb.chat;

import java.util.function.Consumer;
import kb.search.SearchService;

/** Answers questions from passages. */
public interface Answers {
    /** @param listener hears each sentence, and after it the citations that support it */
    Answer answer(Question question, SearchService.Found found, Consumer<ChatEvent> listener);
}
