package kb;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A language of six thousand words. As in any other, some are said much more often than others. */
final class MadeUpWords {
    private static final int WORDS = 6_000;
    private static final int LINES_A_CHUNK = 16;

    private final Random random = new Random(7);

    String page(int chunks) {
        return IntStream.range(0, chunks * LINES_A_CHUNK)
                .mapToObj(_ -> "The " + some(10) + ".")
                .collect(Collectors.joining("\n"));
    }

    String some(int many) {
        return IntStream.range(0, many)
                .mapToObj(_ -> word((int) (WORDS * Math.pow(random.nextDouble(), 3))))
                .collect(Collectors.joining(" "));
    }

    private static String word(int number) {
        var letters = new StringBuilder();
        for (int left = number + 20; left > 0; left /= 15)
            letters.append("bdfgklmnprstvwz".charAt(left % 15)).append("aeiou".charAt(left % 5));
        return letters.toString();
    }
}
