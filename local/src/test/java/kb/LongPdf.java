package kb;

import java.util.List;
import java.util.Random;

/** A book of as many pages as are wanted, the same each time. */
public final class LongPdf {
    private static final List<String> NOUNS = List.of(
            "mill", "river", "harbour", "ledger", "pilot", "library", "barrel", "lantern", "meadow", "chimney",
            "letter");
    private static final List<String> VERBS =
            List.of("carries", "keeps", "mends", "borrows", "counts", "paints", "guards", "sells", "measures");

    private LongPdf() {}

    public static byte[] of(int count) {
        var random = new Random(1);
        var pages = new String[count];
        for (int page = 0; page < count; page++) {
            var text = new StringBuilder("Chapter " + (page / 20 + 1) + "\n");
            while (text.length() < 2_300) text.append(sentence(random)).append('\n');
            pages[page] = text.toString();
        }
        return Pdfs.of(pages);
    }

    private static String sentence(Random random) {
        return "The %s of the %s %s %d %ss before the %s %s the %s."
                .formatted(
                        one(NOUNS, random),
                        one(NOUNS, random),
                        one(VERBS, random),
                        random.nextInt(10_000),
                        one(NOUNS, random),
                        one(NOUNS, random),
                        one(VERBS, random),
                        one(NOUNS, random));
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
