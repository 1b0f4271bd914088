package kb.probes;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Makes words that no language has. */
final class Words {
    private final Random random;
    private final Set<String> used = new HashSet<>();

    Words(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        while (true) {
            var word = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                word.append("bdfgkmpvz".charAt(random.nextInt(9)));
                word.append("aiou".charAt(random.nextInt(4)));
            }
            if (used.add(word.toString())) return word.append("x").toString();
        }
    }

    /** Like this word, but never made. */
    static String nobodys(String word) {
        return word.substring(0, word.length() - 1) + "q";
    }
}
