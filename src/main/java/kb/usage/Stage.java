package kb.usage;

import java.util.Locale;

/** What a model was asked for. */
public enum Stage {
    REWRITE,
    ANSWER,
    QUESTION_EMBEDDING,
    DOCUMENT_EMBEDDING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
