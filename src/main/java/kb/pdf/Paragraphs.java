package kb.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells where a paragraph ends. @param leading the page's usual distance of two lines, as a multiple of their height */
record Paragraphs(double leading) {
    private static final Pattern LIST_MARK = Pattern.compile("[•▪◦‣●■–—*-]|\\(?(\\d{1,2}|\\p{L})[.)]");

    static Paragraphs of(List<? extends Block> blocks) {
        var leadings = new ArrayList<Double>();
        for (int i = 1; i < blocks.size(); i++) {
            if (!(blocks.get(i - 1) instanceof Line above && blocks.get(i) instanceof Line below)) continue;
            var leading = leading(above, below);
            if (leading > 0.7 && leading < 3) leadings.add(leading);
        }
        leadings.sort(null);
        return new Paragraphs(leadings.isEmpty() ? 1.2 : leadings.get(leadings.size() / 2));
    }

    boolean divide(Line above, Line below) {
        if (!above.start().readsLike(below.start())) return true;
        var distance = leading(above, below);
        if (distance < 0.2) return !Characters.beginsSmall(below.firstText()); // beside or further up: a new column
        return distance > 1.3 * leading
                || resized(above, below)
                || Titles.divide(above, below)
                || indented(above, below);
    }

    private static double leading(Line above, Line below) {
        var down = above.start().down(below.start().x(), below.start().y());
        return down / Math.max(above.height(), below.height());
    }

    private static boolean resized(Line above, Line below) {
        return Math.abs(above.height() - below.height()) > 0.15 * Math.max(above.height(), below.height());
    }

    /** What follows a list's mark hangs to the right of it and is no paragraph. */
    private static boolean indented(Line above, Line below) {
        if (LIST_MARK.matcher(above.firstText()).matches()) return false;
        if (Characters.beginsSmall(below.firstText())) return false;
        var indent = above.start().along(below.start().x(), below.start().y()) / below.height();
        return indent > 0.8 && indent < 5;
    }
}
