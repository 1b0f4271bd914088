package kb.activity;

import java.util.Locale;
import java.util.Set;

/** What a deed was about. */
public enum Kind {
    DOCUMENT,
    CHAT,
    /** Something went wrong that was not the caller's fault. */
    ERROR,
    /** Somebody looked into what others did. */
    ADMIN;

    /** What is done with the service, and what goes wrong in it. */
    public static final Set<Kind> DAILY = Set.of(DOCUMENT, CHAT, ERROR);

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
