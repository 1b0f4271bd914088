package kb.api;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Anybody's text as Markdown that shows it and does nothing else: no link, no image, no HTML, no heading.
 *
 * <p>Addresses are shown as code, because many readers make links of bare ones, escaped or not.
 */
final class InertMarkdown {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}&&[^\\n]]");
    private static final Pattern NEW_LINE = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
    private static final Pattern ADDRESS =
            Pattern.compile("\\S*(?:://|www\\.|@|mailto:|xmpp:|javascript:|data:)\\S+", Pattern.CASE_INSENSITIVE);

    /** Means something wherever it stands. */
    private static final Pattern ANYWHERE = Pattern.compile("[\\\\`*_{}\\[\\]<>|~&!$^]");
    /** Means something where a line begins: headings, lists, rules, underlines. */
    private static final Pattern AT_START = Pattern.compile("^(\\d{0,9})([#+\\-=:.)])");

    private static final Pattern TICKS = Pattern.compile("`+");

    private InertMarkdown() {}

    /** In one line. */
    static String line(String text) {
        var one = NEW_LINE.matcher(text).replaceAll("\n").replaceAll("\\s+", " ");
        var line = INVISIBLE.matcher(one).replaceAll("").strip();
        var markdown = new StringBuilder();
        var addresses = ADDRESS.matcher(line);
        var from = 0;
        while (addresses.find()) {
            markdown.append(escaped(line.substring(from, addresses.start()))).append(code(addresses.group()));
            from = addresses.end();
        }
        markdown.append(escaped(line.substring(from)));
        return AT_START.matcher(markdown).replaceFirst("$1\\\\$2");
    }

    /** Its lines stay lines, and its paragraphs paragraphs. */
    static String lines(String text) {
        var paragraphs = NEW_LINE.matcher(text).replaceAll("\n").strip().split("\\n\\s*\\n");
        return Arrays.stream(paragraphs)
                .map(paragraph -> paragraph.lines().map(InertMarkdown::line).collect(Collectors.joining("\\\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private static String escaped(String text) {
        return ANYWHERE.matcher(text).replaceAll("\\\\$0");
    }

    /** Between more ticks than it holds itself (CommonMark, 6.1). */
    private static String code(String address) {
        var most = TICKS.matcher(address)
                .results()
                .mapToInt(run -> run.group().length())
                .max();
        if (most.isEmpty()) return "`" + address + "`";
        var fence = "`".repeat(most.getAsInt() + 1);
        return fence + " " + address + " " + fence;
    }
}
