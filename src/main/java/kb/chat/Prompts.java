package kb.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kb.search.Passage;

/**
 * What a model is told, from the files in {@code prompts}.
 *
 * <p>Whatever somebody else wrote stands behind a label and a bar, on each of its lines, so it can neither end its place nor begin
 * another.
 */
final class Prompts {
    private static final Pattern PLACE = Pattern.compile("\\{(passages|question)}");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Co}\\p{Cn}&&[^\\t]]");
    private static final Pattern TURN_MARK = Pattern.compile("<\\||\\|>");

    private final String rules = read("answer.txt");
    private final String material = read("question.txt");

    LanguageModel.Prompt prompt(String question, List<Passage> passages) {
        var numbered = new StringBuilder();
        for (int i = 0; i < passages.size(); i++) numbered.append(passage(i + 1, passages.get(i)));
        var places = Map.of("passages", numbered.toString(), "question", framed("question", question));
        return new LanguageModel.Prompt(rules, filled(material, places::get));
    }

    String rules() {
        return rules;
    }

    private static String passage(int number, Passage passage) {
        var section = passage.section().isBlank() ? "" : framed("part", passage.section()) + "\n";
        return "passage %d\n%s\n%s\n%s%s\n\n"
                .formatted(
                        number,
                        framed("file", passage.filename()),
                        framed("page", Integer.toString(passage.page())),
                        section,
                        framed("text", passage.text()));
    }

    private static String framed(String label, String text) {
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

    /** In one go: what is put into one place is no place for anything else. */
    private static String filled(String template, Function<String, String> places) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(places.apply(place.group(1))));
    }

    private static String read(String name) {
        try (var resource = Prompts.class.getResourceAsStream("/prompts/" + name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
