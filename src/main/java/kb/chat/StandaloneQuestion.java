package kb.chat;

import java.util.List;

/** Makes of a question that leans on the conversation before it one that a search understands by itself. */
@FunctionalInterface
public interface StandaloneQuestion {
    /** What a question points to is near. */
    int MOST_TURNS = 3;

    /** @param history the turns before that were answered, oldest first. Returns the question itself when it stands alone */
    String of(String question, List<Turn> history);

    /** @param understood what was asked, as a question that stands alone @param answer what was said to it */
    record Turn(String understood, String answer) {}
}
