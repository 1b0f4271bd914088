package kb.chat;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Knows our own instructions again in what a model writes, also spelt out, without spaces or backwards. */
final class OwnWords {
    /** Letters in a row; about five words. */
    private static final int TELLING = 24;

    private final Set<String> stretches = new HashSet<>();

    OwnWords(String rules) {
        var letters = letters(rules);
        add(letters);
        add(new StringBuilder(letters).reverse().toString());
    }

    boolean areIn(String text) {
        var letters = letters(text);
        for (int i = 0; i + TELLING <= letters.length(); i++)
            if (stretches.contains(letters.substring(i, i + TELLING))) return true;
        return false;
    }

    private void add(String letters) {
        for (int i = 0; i + TELLING <= letters.length(); i++) stretches.add(letters.substring(i, i + TELLING));
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]", "");
    }
}
