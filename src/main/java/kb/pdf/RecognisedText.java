package kb.pdf;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import kb.pages.Coverage;
import kb.pages.Page;

/** Words that Tesseract found in the picture of a page, as it tells them: a line each, with tabs between its columns. */
public final class RecognisedText {
    private static final int COLUMNS = 12;
    private static final String PAGE = "1";
    private static final String LINE = "4";
    private static final String WORD = "5";
    /** Of 100: what is surer than chance, and what may be relied on. */
    private static final double LEAST_SURE = 20;

    private static final double SURE = 60;
    private static final double BELOW_BASELINE = 0.22;
    private static final double SPACE = 0.25;

    private RecognisedText() {}

    private record Row(
            String level, String line, double left, double top, double width, double height, double sure, String text) {
        /** Null for what is no row, such as the first one with the columns' names. */
        static Row of(String row) {
            var columns = row.split("\t", COLUMNS);
            if (columns.length < COLUMNS || !columns[0].matches("\\d")) return null;
            try {
                return new Row(
                        columns[0],
                        String.join(".", columns[2], columns[3], columns[4]),
                        Double.parseDouble(columns[6]),
                        Double.parseDouble(columns[7]),
                        Double.parseDouble(columns[8]),
                        Double.parseDouble(columns[9]),
                        Double.parseDouble(columns[10]),
                        Characters.word(Characters.clean(columns[11]).strip()));
            } catch (NumberFormatException noNumber) {
                return null;
            }
        }

        boolean isWord() {
            return level.equals(WORD)
                    && !text.isEmpty()
                    && !text.contains(" ")
                    && sure >= LEAST_SURE
                    && width > 0
                    && height > 0;
        }
    }

    /** The page with what was found; the page itself when that is nothing. */
    public static Page on(Page page, String found) {
        var rows = found.lines().map(Row::of).filter(row -> row != null).toList();
        var width = rows.stream()
                .filter(row -> row.level().equals(PAGE))
                .mapToDouble(Row::width)
                .max()
                .orElse(0);
        var words = rows.stream().filter(Row::isWord).toList();
        if (words.isEmpty() || !(width > 0)) return page;
        var text = PageText.of(page.number(), lines(rows, width / page.width()));
        return new Page(
                page.number(),
                page.width(),
                page.height(),
                text.text(),
                text.words(),
                text.bold(),
                text.tables(),
                coverage(page.coverage(), words));
    }

    private static Coverage coverage(Coverage before, List<Row> words) {
        var read = words.stream().mapToInt(word -> word.text().length()).sum();
        var unsure = words.stream()
                .filter(word -> word.sure() < SURE)
                .mapToInt(word -> word.text().length())
                .sum();
        return new Coverage(Coverage.Source.OCR, read, unsure, before.images(), true, false, before.leftOut());
    }

    private static List<Line> lines(List<Row> rows, double scale) {
        var heights = new LinkedHashMap<String, Row>();
        var lines = new LinkedHashMap<String, List<Piece>>();
        for (var row : rows) {
            if (row.level().equals(LINE)) heights.put(row.line(), row);
            if (row.isWord())
                lines.computeIfAbsent(row.line(), _ -> new ArrayList<>())
                        .add(piece(row, heights.getOrDefault(row.line(), row), scale));
        }
        return lines.values().stream().map(Line::new).toList();
    }

    /** As high as its line: a word without a long letter is set no smaller. */
    private static Piece piece(Row word, Row line, double scale) {
        var box = new Rectangle2D.Double(
                word.left() / scale, word.top() / scale, word.width() / scale, word.height() / scale);
        var height = line.height() / scale;
        var baseline = (line.top() + line.height()) / scale - BELOW_BASELINE * height;
        var start = new Glyph(
                word.text(),
                box.getMinX(),
                baseline,
                box.getMaxX(),
                baseline,
                1,
                0,
                (1 - BELOW_BASELINE) * height,
                BELOW_BASELINE * height,
                SPACE * height,
                false,
                box);
        return new Piece(word.text(), start, false, box);
    }
}
