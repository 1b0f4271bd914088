package kb.masking;

/** What may stand inside a number or a key without being a part of it, as regular expressions that match in one way only. */
final class Gaps {
    private static final String SPACE = "[\\x20\\x{A0}\\x{2007}\\x{2009}\\x{202F}]";

    static final String HYPHEN = "[-\\x{2010}\\x{2011}]";

    /** The end of a line with the white space around it: pages are set in lines, and their text keeps where each ends. */
    static final String BREAK = "(?:\\h{0,40}+\\R[\\h\\v]{0,40}+)";

    /** The same, also with the hyphen that says that a word goes on. */
    static final String LINE_END = "(?:[-\\x{AD}\\x{2010}\\x{2011}]?" + BREAK + ")";

    /** One separator or one end of a line. */
    static final String ONE = "(?:" + LINE_END + "|" + SPACE + "|" + HYPHEN + ")";

    /** What a number without check digits may have: a space or the end of a line, or nothing. */
    static final String SPACED = "(?:" + BREAK + "|" + SPACE + ")?";

    /** What a number without check digits needs that is written with hyphens: a line may end behind one. */
    static final String HYPHENED = "(?:" + HYPHEN + BREAK + "?)";

    private Gaps() {}
}
