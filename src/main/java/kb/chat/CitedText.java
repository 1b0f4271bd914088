package kb.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An answer's text with the numbers of its citations in brackets. */
final class CitedText {
    /** Stands where the text of an erased document stood. */
    static final String ERASED = "(erased)";

    private static final Pattern NUMBER = Pattern.compile("\\[(\\d{1,9})]");

    private CitedText() {}

    /**
     * The text with a mark in place of each paragraph that rests on one of these citations.
     *
     * <p>The whole paragraph, because a quote may hold such numbers itself: rather too much goes than too little.
     */
    static String without(String text, Set<Integer> citations) {
        return Arrays.stream(text.split("\n", -1))
                .map(line -> rests(line, citations) ? ERASED + " " + numbers(line, citations) : line)
                .collect(Collectors.joining("\n"));
    }

    /** Joined they are the text. */
    static List<String> paragraphs(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?=\n\n)"));
    }

    private static boolean rests(String line, Set<Integer> citations) {
        return NUMBER.matcher(line).results().anyMatch(number -> citations.contains(Integer.parseInt(number.group(1))));
    }

    private static String numbers(String line, Set<Integer> citations) {
        return NUMBER.matcher(line)
                .results()
                .map(number -> number.group(1))
                .filter(number -> citations.contains(Integer.parseInt(number)))
                .distinct()
                .map(number -> "[" + number + "]")
                .collect(Collectors.joining());
    }
}
