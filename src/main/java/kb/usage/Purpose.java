package kb.usage;

import java.util.Locale;

/** What models were asked for. */
public enum Purpose {
    DOCUMENT,
    CHAT,
    SEARCH;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
