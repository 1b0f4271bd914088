package kb.masking;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kb.pages.Span;

/** Whether, and how, sensitive stretches of texts are masked. */
public final class Masking {
    /** Texts stay as they are. */
    public static final Masking NONE = new Masking(List.of());

    /** Keys, cards and national ids are masked. */
    public static final Masking SENSITIVE = new Masking(List.of(Keys::in, Cards::in, NationalIds::in));

    /** Stands for one character; hardly any document has it. */
    private static final char MARK = '▓';

    private final List<Function<String, Stream<Span>>> kinds;

    private Masking(List<Function<String, Stream<Span>>> kinds) {
        this.kinds = kinds;
    }

    public String of(String text) {
        var masked = new StringBuilder(text);
        for (var kind : kinds) kind.apply(text).forEach(span -> mask(masked, span));
        return masked.toString();
    }

    /** Whether something is masked in this text. */
    public boolean isIn(String text) {
        return !kinds.isEmpty() && text.indexOf(MARK) >= 0;
    }

    private static void mask(StringBuilder text, Span span) {
        for (int i = span.start(); i < span.end(); i++)
            if (!Character.isWhitespace(text.charAt(i)) && !Character.isSpaceChar(text.charAt(i)))
                text.setCharAt(i, MARK);
    }
}
