package kb.pdf;

import java.util.regex.Pattern;

/** Tells lines that are headings from the text they stand close to, by weight and by number. */
final class Titles {
    private static final int LONGEST = 120;
    /** Of the line below: a heading seldom fills its measure. */
    private static final double SHORT = 0.8;

    private static final Pattern NUMBERED = Pattern.compile(
            "(\\d{1,2}(\\.\\d{1,2}){0,3}\\.?|[IVX]{1,5}\\.|(Chapter|Section|Part|Item|Note|Appendix)\\s\\w{1,4}[.:]?)\\s+\\p{Lu}.*");
    private static final Pattern WORDY = Pattern.compile(".*\\p{L}{2}.*[^.,;]");
    private static final Pattern NUMBER = Pattern.compile("[$€£(]?[\\d.,]*\\d[)%]*|[-–—]");

    private Titles() {}

    /** Whether one of two lines that follow each other is a heading and the other is not. */
    static boolean divide(Line above, Line below) {
        if (Characters.beginsSmall(below.firstText())) return false;
        if (above.bold() != below.bold()) return isTitle(above.bold() ? above : below);
        return isNumbered(above) && !isNumbered(below) && above.length() < SHORT * below.length();
    }

    private static boolean isNumbered(Line line) {
        return isTitle(line) && NUMBERED.matcher(line.text()).matches();
    }

    /** A row of figures is none, however heavy. */
    private static boolean isTitle(Line line) {
        if (line.pieces().size() > 1 && NUMBER.matcher(line.lastText()).matches()) return false;
        var text = line.text();
        return text.length() <= LONGEST && WORDY.matcher(text).matches();
    }
}
