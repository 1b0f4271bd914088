package kb.outside;

import java.util.Locale;

/** The parts of the outside world we depend on. */
public enum Part {
    TABLE,
    STORAGE,
    INDEX,
    EMBEDDER,
    MODEL,
    SECRETS;

    /** As in the problem type {@code <part>-unavailable}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
