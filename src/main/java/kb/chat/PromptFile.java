package kb.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text of the folder {@code prompts}, with places such as <code>{question}</code> for what somebody else wrote.
 *
 * <p>Whatever somebody else wrote stands behind a label and a bar, on each of its lines, so it can neither end its place nor begin
 * another.
 */
record PromptFile(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Co}\\p{Cn}&&[^\\t]]");
    private static final Pattern TURN_MARK = Pattern.compile("<\\||\\|>");

    static PromptFile read(String name) {
        try (var resource = PromptFile.class.getResourceAsStream("/prompts/" + name)) {
            return new PromptFile(new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** In one go: what is put into one place is no place for anything else. */
    String filled(Map<String, String> places) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(places.get(place.group(1))));
    }

    static String framed(String label, String text) {
        return LINE_BREAK
                .splitAsStream(text.strip())
                .map(line -> (label + "| " + harmless(line)).stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static String harmless(String line) {
        var seen = UNSEEN.matcher(line).replaceAll("");
        return TURN_MARK
                .matcher(seen)
                .replaceAll(mark -> mark.group().charAt(0) + " " + mark.group().charAt(1))
                .stripTrailing();
    }
}
