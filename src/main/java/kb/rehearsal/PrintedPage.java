package kb.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kb.ingest.PdfReader;
import kb.pages.Box;
import kb.pages.Page;
import kb.pages.Span;
import kb.pages.Word;

/** Reads the same page out of every file: at a rehearsal no process is started. */
final class PrintedPage implements PdfReader {
    private static final String TEXT = """
            1. Timetable

            The ferry leaves the harbour at nine. A ticket costs four euros.
            It comes back at noon. In winter it does not sail on Sundays.""";

    private static final double HEIGHT = 20;
    private static final double LETTER = 5;

    @Override
    public Reading read(Path pdf, int first, Pages pages) {
        pages.take(new Page(1, 595, 842, TEXT, words()), 1);
        return new Reading.Complete(1);
    }

    private static List<Word> words() {
        var words = new ArrayList<Word>();
        var line = 0;
        var start = 0;
        for (int at = 0; at <= TEXT.length(); at++) {
            if (at < TEXT.length() && !Character.isWhitespace(TEXT.charAt(at))) continue;
            if (at > start) words.add(word(new Span(start, at), line));
            if (at < TEXT.length() && TEXT.charAt(at) == '\n') line++;
            start = at + 1;
        }
        return words;
    }

    private static Word word(Span span, int line) {
        var top = (line + 1) * HEIGHT;
        return new Word(span, line, new Box(1, span.start() * LETTER, top, span.end() * LETTER, top + HEIGHT));
    }
}
