package kb.chat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names and numbers that an English question is about: documents that do not speak of them do not answer it.
 *
 * @param all as they are written
 */
record Subjects(Set<String> all) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'\\u2019.&/-]*");
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(?:the|what|who|whom|whose|which|how|why|where|when|did|does)\\b");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{N}{4,}");
    private static final Pattern OWNERS_ENDING = Pattern.compile("['\\u2019]s$");
    private static final Pattern BEGINNING = Pattern.compile("(?:^|[.!?\"\\u201c:])\\s*$");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final int PLURAL = 5;

    static Subjects of(String question) {
        var subjects = new LinkedHashSet<String>();
        var capitals = 0;
        var words = WORD.matcher(question).results().toList();
        for (var word : words) {
            var text = OWNERS_ENDING.matcher(word.group()).replaceFirst("");
            var isCapital = Character.isUpperCase(text.codePointAt(0));
            var isFirst = BEGINNING.matcher(question.substring(0, word.start())).find();
            if (isCapital && !isFirst) capitals++;
            if (hasDigit(text) || isCapital && !isFirst && !text.equals("I")) subjects.add(text);
        }
        var isTitle = 2 * capitals > words.size();
        return new Subjects(isTitle || !ENGLISH.matcher(question).find() ? Set.of() : subjects);
    }

    /** Those that none of the texts speaks of, in whatever spelling. */
    List<String> strange(List<String> texts) {
        if (all.isEmpty()) return List.of();
        var spoken = new StringBuilder();
        for (var text : texts) spoken.append(plain(text)).append(' ');
        var strange = new ArrayList<String>();
        for (var one : all) if (spoken.indexOf(sought(one)) < 0) strange.add(one);
        return strange;
    }

    private static String sought(String subject) {
        var number = LONG_NUMBER.matcher(subject);
        if (number.find()) return number.group();
        var plain = plain(subject);
        return plain.length() >= PLURAL && plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static boolean hasDigit(String word) {
        return word.codePoints().anyMatch(Character::isDigit);
    }

    private static String plain(String text) {
        var bare = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return NO_LETTER.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
