package kb.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kb.pages.Span;

/** Places that look like something, and are it when a check agrees. */
record Kind(Pattern look, Predicate<String> check) {
    /** What is raised behind an N, for a number, is no letter here. */
    static final String LETTER = "[\\p{L}&&[^\\xBA\\xAA]]";

    private static final String ALONE = "(?=[0-9A-Z])(?<!" + LETTER + "|[\\p{N}-])";
    private static final String ENDS = "(?![\\p{L}\\p{N}]|" + Gaps.HYPHEN + "\\d)";

    /** With no letter, digit or hyphen around. */
    static Pattern alone(String look) {
        return Pattern.compile(ALONE + look + ENDS);
    }

    /** What does not pass the check is passed over by one letter only, for the right place may begin inside it. */
    List<Span> in(String text) {
        var spans = new ArrayList<Span>();
        var found = look.matcher(text);
        for (int from = 0; from < text.length() && found.find(from); ) {
            var right = check.test(found.group());
            if (right) spans.add(new Span(found.start(), found.end()));
            from = right ? found.end() : found.start() + 1;
        }
        return spans;
    }
}
