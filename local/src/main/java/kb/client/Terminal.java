package kb.client;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/**
 * Where a person reads, or a program. What changes in its place goes to {@code output}, which is a terminal then, so that nothing of
 * it is in a file that takes the errors.
 *
 * @param watched whether a person looks on, so that a line may change in its place
 * @param coloured whether that person wants colours
 */
public record Terminal(PrintStream output, PrintStream side, boolean watched, boolean coloured) {
    private static final String CLEAR = "\u001b[K";
    /** Whatever is too long ends at the edge: a second line would stay. */
    private static final String IN_ONE_LINE = CLEAR + "\u001b[?7l%s\u001b[?7h\r";

    private static final int WIDTH = 24;
    private static final int LONGEST = 36;
    private static final Duration WORTH_A_LINE = Duration.ofSeconds(5);

    /** The process's own. Whoever sets NO_COLOR to anything wants no colours; a dumb terminal can show neither these nor a bar. */
    public static Terminal own(Map<String, String> environment) {
        var console = System.console();
        var dumb = "dumb".equals(environment.get("TERM"));
        var watched = console != null && console.isTerminal() && !dumb;
        var plain = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(System.out, System.err, watched, watched && !plain);
    }

    void line(String text) {
        if (watched) output.print(CLEAR);
        output.println(text);
    }

    /** A bar in the last line, which whatever is written next takes the place of. */
    void bar(int done, int of, String what) {
        var filled = of == 0 ? WIDTH : WIDTH * done / of;
        var bar = "[" + "#".repeat(filled) + "·".repeat(WIDTH - filled) + "]";
        passing("%s %d of %d %s".formatted(dim(bar), done, of, shortened(what)));
    }

    /** A text in the last line, which whatever is written next takes the place of; only for a person who looks on. */
    public void passing(String text) {
        if (!watched) return;
        output.print(IN_ONE_LINE.formatted(text));
        output.flush();
    }

    /** Waits, and says why. */
    public void pause(Duration length, String why) {
        var waiting = "waiting %d s: %s".formatted(length.toSeconds(), why);
        passing(dim(waiting));
        if (!watched && length.compareTo(WORTH_A_LINE) >= 0) side.println(waiting);
        try {
            Thread.sleep(length);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("it was told to stop", stopped);
        }
    }

    void clear() {
        if (watched) output.print(CLEAR);
    }

    private static String shortened(String text) {
        var points = text.codePointCount(0, text.length());
        return points <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    String good(String text) {
        return in("32", text);
    }

    String bad(String text) {
        return in("31", text);
    }

    String strong(String text) {
        return in("1", text);
    }

    String dim(String text) {
        return in("2", text);
    }

    private String in(String style, String text) {
        return coloured ? "\u001b[%sm%s\u001b[0m".formatted(style, text) : text;
    }
}
