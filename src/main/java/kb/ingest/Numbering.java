package kb.ingest;

import java.util.regex.Pattern;

/**
 * The number that a heading begins with.
 *
 * @param text as it is printed, empty when there is none
 * @param rest what follows it
 * @param depth how many parts it has: 2.1 has two; 0 when there is none
 */
record Numbering(String text, String rest, int depth) {
    private static final Pattern PARTS = Pattern.compile("(?s)(\\d{1,2}(?:\\.\\d{1,2}){0,3}\\.?)\\s+(\\p{Lu}.*)");
    private static final Pattern NAMED =
            Pattern.compile("(?s)((?:Chapter|Section|Part|Item|Note|Appendix)\\s\\w{1,4}[.:]?)\\s+(\\p{Lu}.*)");

    static Numbering of(String heading) {
        var parts = PARTS.matcher(heading);
        if (parts.matches()) {
            var numbers = parts.group(1).split("\\.").length;
            return new Numbering(parts.group(1), parts.group(2), numbers);
        }
        var named = NAMED.matcher(heading);
        if (named.matches()) return new Numbering(named.group(1), named.group(2), 1);
        return new Numbering("", heading, 0);
    }

    /** A lone number may also be an item's of a list, so it says less than 2.1 or Chapter 2. */
    boolean isCertain() {
        return depth > 1 || depth == 1 && Character.isLetter(text.charAt(0));
    }
}
