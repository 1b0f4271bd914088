package kb.chat.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A question as words. */
record Wording(List<Word> words) {
    private static final Pattern APOSTROPHE = Pattern.compile("[\\u2018\\u2019\\u02bc]");
    private static final Pattern SHORTENED = Pattern.compile(
            "(what|who|where|when|why|how|it|he|she|they|that|there)'(s|re|ll|d|ve)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> LONG =
            Map.of("s", "is", "re", "are", "ll", "will", "d", "would", "ve", "have");
    private static final String OPENING = "\"'“‘«([{¿¡";
    private static final String CLOSING = "\"'”’»)]}";
    private static final String CLAUSE = ",;:–—";
    private static final String SENTENCE = ".?!…";

    Wording {
        words = List.copyOf(words);
    }

    static Wording of(String text) {
        var words = new ArrayList<Word>();
        for (var piece : APOSTROPHE.matcher(text.strip()).replaceAll("'").split("\\s+")) add(piece, words);
        return new Wording(words);
    }

    private static void add(String piece, List<Word> words) {
        int start = 0;
        int end = piece.length();
        while (start < end && OPENING.indexOf(piece.charAt(start)) >= 0) start++;
        var pause = Word.Pause.NONE;
        while (end > start && isMark(piece.charAt(end - 1)) && !isAbbreviation(piece, start, end)) {
            end--;
            if (SENTENCE.indexOf(piece.charAt(end)) >= 0) pause = Word.Pause.SENTENCE;
            else if (CLAUSE.indexOf(piece.charAt(end)) >= 0 && pause == Word.Pause.NONE) pause = Word.Pause.CLAUSE;
        }
        if (start == end) {
            if (!words.isEmpty() && pause != Word.Pause.NONE)
                words.add(new Word(words.removeLast().text(), pause));
            return;
        }
        var text = piece.substring(start, end);
        var shortened = SHORTENED.matcher(text);
        if (shortened.matches()) {
            words.add(new Word(shortened.group(1), Word.Pause.NONE));
            text = LONG.get(shortened.group(2).toLowerCase(Locale.ROOT));
        }
        words.add(new Word(text, pause));
    }

    private static boolean isMark(char character) {
        return CLOSING.indexOf(character) >= 0 || CLAUSE.indexOf(character) >= 0 || SENTENCE.indexOf(character) >= 0;
    }

    /** The full stop of "U.S." belongs to the word. */
    private static boolean isAbbreviation(String piece, int start, int end) {
        return piece.charAt(end - 1) == '.' && piece.substring(start, end - 1).matches("(?:\\p{L}\\.)+\\p{L}");
    }

    int size() {
        return words.size();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    Word at(int index) {
        return words.get(index);
    }

    /** Whether there is such a word at the place; false outside. */
    boolean is(int index, Predicate<Word> what) {
        return index >= 0 && index < words.size() && what.test(words.get(index));
    }

    boolean has(Predicate<Word> what) {
        return words.stream().anyMatch(what);
    }

    long count(Predicate<Word> what) {
        return words.stream().filter(what).count();
    }

    /** The place of the first such word, the size when there is none. */
    int first(Predicate<Word> what) {
        int index = 0;
        while (index < words.size() && !what.test(words.get(index))) index++;
        return index;
    }

    Wording part(int from, int to) {
        return new Wording(words.subList(from, to));
    }

    Wording after(int from) {
        return part(from, words.size());
    }

    /** The last sentence that is about something; the whole when none is. */
    Wording lastSentence() {
        int end = words.size();
        for (int index = end - 2; index >= 0; index--) {
            if (words.get(index).pause() != Word.Pause.SENTENCE) continue;
            if (part(index + 1, end).has(Word::hasTopic)) return part(index + 1, end);
            if (part(0, index + 1).has(Word::hasTopic)) end = index + 1;
        }
        return part(0, end);
    }

    /** The words in place of those from one place up to another. */
    Wording with(int from, int to, List<Word> instead) {
        var all = new ArrayList<>(words.subList(0, from));
        all.addAll(instead);
        all.addAll(words.subList(to, words.size()));
        return new Wording(all);
    }

    Wording and(Wording more) {
        return with(words.size(), words.size(), more.words());
    }

    /** As the rest of a sentence. */
    Wording startingSmall() {
        if (!is(0, Word::isAuxiliary)) return this;
        return with(
                0,
                1,
                List.of(new Word(words.getFirst().lower(), words.getFirst().pause())));
    }

    @Override
    public String toString() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
