package kb.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What has been said, in what words, to leave out what another document says again in the same ones.
 *
 * <p>A text says nothing new when nine in ten of its shingles, four words in a row, and all of its numbers stand in one text before it.
 * Numbers, because two years' reports often differ in nothing else. A text of few words is always new.
 */
final class Wordings {
    private static final int SHINGLE = 4;
    private static final int FEWEST_WORDS = 12;
    private static final double SAME = 0.9;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private final Map<UUID, List<Said>> byDocument = new HashMap<>();

    private record Said(Set<List<String>> shingles, Set<String> numbers) {
        boolean holds(Said later) {
            if (!numbers.containsAll(later.numbers)) return false;
            var all = later.shingles.size();
            var same = all;
            for (var shingle : later.shingles) if (!shingles.contains(shingle) && --same < SAME * all) return false;
            return true;
        }
    }

    /** Whether it is new; then it is kept in mind. */
    boolean isNew(UUID document, String text) {
        var words = words(text);
        if (words.size() < FEWEST_WORDS) return true;
        var said = said(words);
        for (var other : byDocument.entrySet()) {
            if (other.getKey().equals(document)) continue;
            if (other.getValue().stream().anyMatch(before -> before.holds(said))) return false;
        }
        byDocument.computeIfAbsent(document, _ -> new ArrayList<>()).add(said);
        return true;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(match -> match.group())
                .toList();
    }

    private static Said said(List<String> words) {
        var shingles = new HashSet<List<String>>();
        for (int at = 0; at + SHINGLE <= words.size(); at++) shingles.add(words.subList(at, at + SHINGLE));
        var numbers = new HashSet<String>();
        for (var word : words) if (word.chars().anyMatch(Character::isDigit)) numbers.add(word);
        return new Said(shingles, numbers);
    }
}
