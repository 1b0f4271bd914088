package kb.outside;

import java.util.Locale;

/** The parts of the outside world we depend on. */
public enum Part {
    TABLE("database"),
    STORAGE("file storage"),
    INDEX("search index"),
    EMBEDDER("embedding model"),
    MODEL("chat model"),
    SECRETS("secrets store"),
    KEYS("key set of the tokens' issuer"),
    READER("PDF reader"),
    QUEUE("queue");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    /** As in the problem type {@code <part>-unavailable}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people, after "the". */
    public String title() {
        return title;
    }
}
