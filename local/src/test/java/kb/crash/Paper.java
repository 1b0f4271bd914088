package kb.crash;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kb.Pdfs;

/**
 * A PDF whose every page is one chunk, with a word on it that stands nowhere else.
 *
 * @param word in no other paper, and no beginning of another's
 */
record Paper(String filename, String word, int pages) {
    /** What the service embeds and indexes at once. */
    static final int BATCH = 32;

    private static final String DIGITS = "bcdfgkmpqv"; // a stemmer leaves them as they are
    private static final Pattern MARK = Pattern.compile(" tells of ([a-z]+)z([" + DIGITS + "]+) and ");

    /** Which page of which paper a text is. */
    record Leaf(String word, int page) {
        static Leaf of(String text) {
            var mark = MARK.matcher(text);
            if (!mark.find()) throw new AssertionError("of no paper: " + text);
            var page = 0;
            for (var digit : mark.group(2).toCharArray()) page = 10 * page + DIGITS.indexOf(digit);
            return new Leaf(mark.group(1), page);
        }
    }

    static boolean isIn(String text) {
        return MARK.matcher(text).find();
    }

    byte[] pdf() {
        return Pdfs.of(IntStream.rangeClosed(1, pages).mapToObj(this::text).toArray(String[]::new));
    }

    private String text(int page) {
        var text = "Leaf %d tells of %s and of the mill beside it.".formatted(page, mark(page));
        return probes().contains(new Leaf(word, page)) ? text + " " + edge() : text;
    }

    /** What stands on the probes of this name's papers alone. */
    private String edge() {
        return "An edge of %s.".formatted(filename);
    }

    String mark(int page) {
        var mark = new StringBuilder(word).append('z');
        Integer.toString(page).chars().forEach(digit -> mark.append(DIGITS.charAt(digit - '0')));
        return mark.toString();
    }

    List<Leaf> leaves() {
        return IntStream.rangeClosed(1, pages)
                .mapToObj(page -> new Leaf(word, page))
                .toList();
    }

    /** The first and the last page of each batch: whoever finds one of them is to find them all. */
    List<Leaf> probes() {
        var pages = new TreeSet<Integer>();
        for (int first = 1; first <= this.pages; first += BATCH) {
            pages.add(first);
            pages.add(Math.min(first + BATCH - 1, this.pages));
        }
        return pages.stream().map(page -> new Leaf(word, page)).toList();
    }

    /** A question that finds the probes before all else. */
    String question() {
        return "\"%s\"".formatted(edge());
    }
}
