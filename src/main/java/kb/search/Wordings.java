package kb.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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

    private final Map<UUID, List<Said>> byDocument = new HashMap<>();

    private record Said(Set<String> shingles, Set<String> numbers) {
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
        var words = Words.of(text);
        if (words.size() < FEWEST_WORDS) return true;
        var said = said(words);
        for (var other : byDocument.entrySet()) {
            if (other.getKey().equals(document)) continue;
            if (other.getValue().stream().anyMatch(before -> before.holds(said))) return false;
        }
        byDocument.computeIfAbsent(document, _ -> new ArrayList<>()).add(said);
        return true;
    }

    private static Said said(Words words) {
        var shingles = new HashSet<String>();
        for (int at = 0; at + SHINGLE <= words.size(); at++) shingles.add(words.from(at, at + SHINGLE));
        return new Said(shingles, words.numbers());
    }
}
