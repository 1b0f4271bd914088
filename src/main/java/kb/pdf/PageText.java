package kb.pdf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kb.pages.Span;
import kb.pages.Table;
import kb.pages.Word;

/** A page's text, its words, which of them are bold, and its tables. */
record PageText(String text, List<Word> words, List<Span> bold, List<Table> tables) {
    static PageText of(int page, List<? extends Block> blocks) {
        var writer = new Writer(page, blocks);
        for (int i = 0; i < blocks.size(); i++) writer.write(i);
        return new PageText(writer.text.toString(), writer.words, writer.bold(), writer.tables);
    }

    private static final class Writer {
        final StringBuilder text = new StringBuilder();
        final List<Word> words = new ArrayList<>();
        final List<Table> tables = new ArrayList<>();
        private final BitSet boldWords = new BitSet();
        private final AtomicInteger lines = new AtomicInteger();
        private final int page;
        private final List<? extends Block> blocks;
        private final Paragraphs paragraphs;

        Writer(int page, List<? extends Block> blocks) {
            this.page = page;
            this.blocks = blocks;
            this.paragraphs = Paragraphs.of(blocks);
        }

        void write(int number) {
            if (number > 0) join(blocks.get(number - 1), blocks.get(number));
            switch (blocks.get(number)) {
                case Line line -> write(line, lines.getAndIncrement());
                case Rows rows -> write(rows);
            }
        }

        private void write(Line line, int number) {
            for (var piece : line.pieces()) {
                if (piece != line.pieces().getFirst()) text.append(' ');
                write(piece, number);
            }
        }

        private void write(Rows rows) {
            var start = text.length();
            var headerEnd = start;
            for (int i = 0; i < rows.rows().size(); i++) {
                if (i > 0) text.append('\n');
                write(rows.rows().get(i));
                if (i < rows.headers()) headerEnd = text.length();
            }
            tables.add(new Table(new Span(start, text.length()), new Span(start, headerEnd)));
        }

        /** Cells of one line each are one line of the page; where some have more, each line is one of its own: they only count up. */
        private void write(Row row) {
            var several = row.cells().stream().anyMatch(cell -> cell.size() > 1);
            var number = lines.getAndIncrement();
            for (int column = 0; column < row.cells().size(); column++) {
                if (column > 0) text.append('\t');
                var cell = row.cells().get(column);
                for (int i = 0; i < cell.size(); i++) {
                    if (i > 0 && !goOn(cell.get(i - 1), cell.get(i))) text.append(' ');
                    write(cell.get(i), number);
                    if (several) number = lines.getAndIncrement();
                }
            }
        }

        private void write(Piece piece, int line) {
            var start = text.length();
            text.append(piece.text());
            words.add(new Word(new Span(start, text.length()), line, piece.box(page)));
            boldWords.set(words.size() - 1, piece.bold());
        }

        private void join(Block before, Block block) {
            if (before instanceof Line above && block instanceof Line below) {
                if (!goOn(above, below)) text.append(paragraphs.divide(above, below) ? "\n\n" : "\n");
            } else {
                text.append("\n\n");
            }
        }

        /** Whether a word does, over the end of a line. */
        private boolean goOn(Line above, Line below) {
            if (!Hyphens.join(above.lastText(), below.firstText())) return false;
            if (Hyphens.vanish(above.lastText())) dropLastCharacter();
            return true;
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
                var last = words.get(after - 1).span();
                runs.add(new Span(words.get(first).span().start(), last.end()));
                first = boldWords.nextSetBit(after);
            }
            return runs;
        }
    }
}
