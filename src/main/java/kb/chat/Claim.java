package kb.chat;

import java.util.List;

/** A sentence that a model wrote, and the quotes that it says support it; nothing of it is checked. */
record Claim(String text, List<Quoted> quotes) {
    Claim {
        quotes = List.copyOf(quotes);
    }

    /** @param passage counts from 1 */
    record Quoted(int passage, String text) {}
}
