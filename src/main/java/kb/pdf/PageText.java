package kb.pdf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import kb.pages.Span;
import kb.pages.Word;

/** A page's text, its words and which of them are bold. */
record PageText(String text, List<Word> words, List<Span> bold) {
    static PageText of(int page, List<Line> lines) {
        var text = new StringBuilder();
        var words = new ArrayList<Word>();
        var bold = new BitSet();
        var paragraphs = Paragraphs.of(lines);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (i > 0) join(text, words, lines.get(i - 1), line, paragraphs);
            for (var piece : line.pieces()) {
                if (piece != line.pieces().getFirst()) text.append(' ');
                var start = text.length();
                text.append(piece.text());
                words.add(new Word(new Span(start, text.length()), i, piece.box(page)));
                bold.set(words.size() - 1, piece.bold());
            }
        }
        return new PageText(text.toString(), words, runs(words, bold));
    }

    private static List<Span> runs(List<Word> words, BitSet bold) {
        var runs = new ArrayList<Span>();
        for (int first = bold.nextSetBit(0); first >= 0; ) {
            var after = bold.nextClearBit(first);
            runs.add(new Span(
                    words.get(first).span().start(), words.get(after - 1).span().end()));
            first = bold.nextSetBit(after);
        }
        return runs;
    }

    private static void join(StringBuilder text, List<Word> words, Line above, Line below, Paragraphs paragraphs) {
        if (Hyphens.join(above.lastText(), below.firstText())) {
            if (Hyphens.vanish(above.lastText())) dropLastCharacter(text, words);
        } else {
            text.append(paragraphs.divide(above, below) ? "\n\n" : "\n");
        }
    }

    private static void dropLastCharacter(StringBuilder text, List<Word> words) {
        text.setLength(text.length() - 1);
        var word = words.removeLast();
        words.add(new Word(new Span(word.span().start(), text.length()), word.line(), word.box()));
    }
}
