package kb.chat.followup;

import java.util.List;

/**
 * Some neighbouring words of a question that name a thing.
 *
 * @param asked whether it is what the question asks for ("which engine"), and so no thing yet
 */
record Phrase(Wording wording, int from, int to, boolean asked) {
    enum Kind {
        NAME,
        NUMBER,
        COMMON
    }

    List<Word> words() {
        return wording.words().subList(from, to);
    }

    Word head() {
        return wording.at(to - 1);
    }

    /** A question's first word is capitalised whatever it is. */
    Kind kind() {
        for (int index = from; index < to; index++) {
            var word = wording.at(index);
            if (!word.hasTopic()) continue;
            if (index > 0 && word.isCapitalised()) return Kind.NAME;
        }
        return words().stream().anyMatch(Word::isNumber) ? Kind.NUMBER : Kind.COMMON;
    }

    boolean isPlural() {
        return head().isPlural()
                || words().stream().anyMatch(word -> word.lower().equals("and"));
    }

    /** The preposition before it, or nothing. */
    String preposition() {
        return wording.is(from - 1, word -> word.in(Grammar.PREPOSITION))
                ? wording.at(from - 1).lower()
                : "";
    }

    /** Shared words count most; else how alike the last words end, as the names of like things do. */
    int likeness(Phrase other) {
        var shared = words().stream()
                .filter(Word::hasTopic)
                .filter(word ->
                        other.words().stream().anyMatch(theirs -> theirs.lower().equals(word.lower())))
                .count();
        return (int) shared * 100 + ending(head().lower(), other.head().lower());
    }

    private int ending(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length())
                && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) same++;
        return same > 1 || same == 1 && head().isPlural() ? same : 0;
    }
}
