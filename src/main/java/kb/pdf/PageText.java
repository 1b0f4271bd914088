package kb.pdf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import kb.pages.Span;
import kb.pages.Table;
import kb.pages.Word;

/** A page's text, its words, which of them are bold, and its tables. */
record PageText(String text, List<Word> words, List<Span> bold, List<Table> tables) {
    static PageText of(int page, List<Line> lines) {
        var writer = new Writer(page, lines);
        for (int i = 0; i < lines.size(); i++) writer.write(i);
        return new PageText(writer.text.toString(), writer.words, writer.bold(), writer.tables());
    }

    private static final class Writer {
        final StringBuilder text = new StringBuilder();
        final List<Word> words = new ArrayList<>();
        private final BitSet boldWords = new BitSet();
        private final List<Span> spans = new ArrayList<>();
        private final int page;
        private final List<Line> lines;
        private final Paragraphs paragraphs;
        private final Tables tables;

        Writer(int page, List<Line> lines) {
            this.page = page;
            this.lines = lines;
            this.paragraphs = Paragraphs.of(lines);
            this.tables = Tables.of(lines);
        }

        void write(int number) {
            if (number > 0) join(number);
            var start = text.length();
            var row = tables.holding(number).isPresent();
            var cells = row ? Cells.of(lines.get(number)) : List.of(lines.get(number));
            for (var cell : cells) {
                if (cell != cells.getFirst()) text.append('\t');
                for (var piece : cell.pieces()) {
                    if (piece != cell.pieces().getFirst()) text.append(' ');
                    write(piece, number);
                }
            }
            spans.add(new Span(start, text.length()));
        }

        private void write(Piece piece, int line) {
            var start = text.length();
            text.append(piece.text());
            words.add(new Word(new Span(start, text.length()), line, piece.box(page)));
            boldWords.set(words.size() - 1, piece.bold());
        }

        private void join(int number) {
            var above = lines.get(number - 1);
            var below = lines.get(number);
            var before = tables.holding(number - 1);
            var table = tables.holding(number);
            if (before.isPresent() && before.equals(table)) {
                text.append('\n');
            } else if (before.isPresent() || table.isPresent()) {
                text.append("\n\n");
            } else if (Hyphens.join(above.lastText(), below.firstText())) {
                if (Hyphens.vanish(above.lastText())) dropLastCharacter();
            } else {
                text.append(paragraphs.divide(above, below) ? "\n\n" : "\n");
            }
        }

        private void dropLastCharacter() {
            text.setLength(text.length() - 1);
            var word = words.removeLast();
            words.add(new Word(new Span(word.span().start(), text.length()), word.line(), word.box()));
        }

        List<Span> bold() {
            var runs = new ArrayList<Span>();
            for (int first = boldWords.nextSetBit(0); first >= 0; ) {
                var after = boldWords.nextClearBit(first);
                runs.add(across(words.get(first).span(), words.get(after - 1).span()));
                first = boldWords.nextSetBit(after);
            }
            return runs;
        }

        List<Table> tables() {
            return tables.all().stream().map(this::table).toList();
        }

        private Table table(Tables.Rows rows) {
            var first = spans.get(rows.first());
            var header = rows.headers() == 0
                    ? new Span(first.start(), first.start())
                    : across(first, spans.get(rows.first() + rows.headers() - 1));
            return new Table(across(first, spans.get(rows.after() - 1)), header);
        }

        private static Span across(Span first, Span last) {
            return new Span(first.start(), last.end());
        }
    }
}
