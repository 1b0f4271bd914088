package kb.chat.followup;

import java.util.Locale;
import java.util.Set;

/** A word as it was written, without the marks around it. @param pause what follows it */
record Word(String text, Pause pause) {
    enum Pause {
        NONE,
        CLAUSE,
        SENTENCE
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean in(Set<String> words) {
        return words.contains(lower());
    }

    boolean hasTopic() {
        return Grammar.hasTopic(lower());
    }

    boolean isAuxiliary() {
        return Grammar.isAuxiliary(lower());
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    boolean isNumber() {
        return text.chars().anyMatch(Character::isDigit);
    }

    boolean isPlural() {
        return text.endsWith("s") && !text.endsWith("ss") && !text.endsWith("'s");
    }
}
