package kb.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads claims from what a model writes, each as soon as it is complete.
 *
 * <p>A line in another form than was asked for is a claim without a quote.
 */
final class ClaimReader {
    private static final Pattern SAY = Pattern.compile("(?i)\\W*say\\s*\\|(.*)");
    private static final Pattern QUOTE = Pattern.compile("(?i)\\W*quote\\s+(\\d{1,3})\\s*\\|(.*)");
    private static final Pattern NONE = Pattern.compile("(?i)\\W*none\\s*\\|.*");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final int MOST_CLAIMS = 30;
    private static final int MOST_QUOTES = 10;
    private static final int LONGEST_LINE = 8_000;

    private final Consumer<Claim> listener;
    private final StringBuilder line = new StringBuilder();
    private final List<String> said = new ArrayList<>();
    private final List<Claim.Quoted> quotes = new ArrayList<>();
    private final List<Claim> told = new ArrayList<>();

    ClaimReader(Consumer<Claim> listener) {
        this.listener = listener;
    }

    void read(String piece) {
        for (var character : piece.toCharArray()) {
            if (character == '\n' || character == '\r') endLine();
            else if (line.length() < LONGEST_LINE) line.append(character);
        }
    }

    /** Nothing more comes. */
    void end() {
        endLine();
        tell();
    }

    /** Nothing more comes, and the last line is not whole. */
    void cut() {
        line.setLength(0);
        if (!quotes.isEmpty()) tell();
    }

    private void endLine() {
        var text = line.toString().strip();
        line.setLength(0);
        var say = SAY.matcher(text);
        var quote = QUOTE.matcher(text);
        if (quote.matches()) {
            if (quotes.size() < MOST_QUOTES)
                quotes.add(new Claim.Quoted(
                        Integer.parseInt(quote.group(1)), quote.group(2).strip()));
        } else if (say.matches()) {
            begin(say.group(1));
        } else if (NONE.matcher(text).matches()) {
            tell();
        } else if (LETTER.matcher(text).find()) {
            begin(text);
        }
    }

    private void begin(String text) {
        tell();
        said.add(text.strip());
    }

    private void tell() {
        if (!said.isEmpty() && told.size() < MOST_CLAIMS) {
            told.add(new Claim(said.getFirst(), quotes));
            listener.accept(told.getLast());
        }
        said.clear();
        quotes.clear();
    }
}
