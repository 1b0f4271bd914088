package kb.client;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/**
 * Where a person reads, or a program.
 *
 * @param watched whether a person looks on, so that a line may change in its place
 * @param coloured whether that person wants colours
 */
public record Terminal(PrintStream output, PrintStream side, boolean watched, boolean coloured) {
    private static final String CLEAR = "\u001b[K";
    private static final int WIDTH = 24;
    private static final Duration WORTH_A_LINE = Duration.ofSeconds(5);

    /** The process's own. Whoever sets NO_COLOR to anything wants none, and a dumb terminal knows none. */
    public static Terminal own(Map<String, String> environment) {
        var console = System.console();
        var watched = console != null && console.isTerminal();
        var plain = !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
        return new Terminal(System.out, System.err, watched, watched && !plain);
    }

    void line(String text) {
        if (watched) output.print(CLEAR);
        output.println(text);
    }

    /** A bar in the last line, which whatever is written next takes the place of. */
    void bar(int done, int of, String what) {
        if (!watched) return;
        var filled = of == 0 ? WIDTH : WIDTH * done / of;
        var bar = "[" + "#".repeat(filled) + "·".repeat(WIDTH - filled) + "]";
        side.print("%s%s %d of %d %s\r".formatted(CLEAR, dim(bar), done, of, shortened(what)));
    }

    /** Waits, and says why. */
    public void pause(Duration length, String why) {
        if (watched) side.print(CLEAR + dim("waiting %d s: %s".formatted(length.toSeconds(), why)) + "\r");
        else if (length.compareTo(WORTH_A_LINE) >= 0)
            side.println("waiting %d s: %s".formatted(length.toSeconds(), why));
        try {
            Thread.sleep(length);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("it was told to stop", stopped);
        }
    }

    void clear() {
        if (watched) side.print(CLEAR);
    }

    private static String shortened(String text) {
        return text.length() <= 36 ? text : text.substring(0, 35) + "…";
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
