package kb.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file calls its pages, such as iv or A-3: in ranges, each from a page up to the next one (ISO 32000-2, 12.4.2). */
public record PageLabels(List<Range> ranges) {
    public static final PageLabels NONE = new PageLabels(List.of());
    public static final int MOST_RANGES = 100;
    public static final int LONGEST_PREFIX = 30;
    public static final int HIGHEST = 1_000_000;

    private static final int LONGEST_OF_LETTERS = 5;

    public PageLabels {
        ranges = List.copyOf(ranges);
        if (ranges.size() > MOST_RANGES) throw new IllegalArgumentException("too many ranges");
    }

    /** How the number is written. */
    public enum Style {
        DECIMAL,
        ROMAN,
        SMALL_ROMAN,
        LETTERS,
        SMALL_LETTERS,
        /** Not at all: there is the prefix alone. */
        NONE
    }

    /** @param page the first of the range, from 1 on @param first its number */
    public record Range(int page, String prefix, Style style, int first) {
        public Range {
            var fits = page >= 1 && first >= 1 && first <= HIGHEST && prefix.length() <= LONGEST_PREFIX;
            if (!fits) throw new IllegalArgumentException("no such range");
        }

        private String label(int other) {
            return prefix + written(first + other - page);
        }

        private String written(int number) {
            return switch (style) {
                case DECIMAL -> Integer.toString(number);
                case ROMAN -> roman(number);
                case SMALL_ROMAN -> roman(number).toLowerCase(Locale.ROOT);
                case LETTERS -> letters(number);
                case SMALL_LETTERS -> letters(number).toLowerCase(Locale.ROOT);
                case NONE -> "";
            };
        }
    }

    /** Empty when the file has no name for the page. @param page from 1 on */
    public Optional<String> of(int page) {
        return ranges.reversed().stream()
                .filter(range -> range.page() <= page)
                .findFirst()
                .map(range -> range.label(page))
                .filter(label -> !label.isBlank());
    }

    private static String roman(int number) {
        if (number > 3999) return Integer.toString(number);
        var values = new int[] {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        var signs = new String[] {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        var left = number;
        var roman = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            for (; left >= values[i]; left -= values[i]) roman.append(signs[i]);
        }
        return roman.toString();
    }

    /** A to Z, then AA to ZZ, and so on. */
    private static String letters(int number) {
        var length = (number - 1) / 26 + 1;
        if (length > LONGEST_OF_LETTERS) return Integer.toString(number);
        return Character.toString('A' + (number - 1) % 26).repeat(length);
    }
}
