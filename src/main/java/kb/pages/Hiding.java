package kb.pages;

import java.util.Locale;

/** Why text that a file holds is not seen by who looks at the page. */
public enum Hiding {
    OFF_PAGE,
    HIDDEN_LAYER,
    INVISIBLE,
    TRANSPARENT,
    TINY,
    CLIPPED,
    COVERED,
    SAME_COLOUR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
