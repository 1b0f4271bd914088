package kb.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import kb.ingest.PdfReader;
import kb.pages.Box;
import kb.pages.Page;
import kb.pages.Span;
import kb.pages.Word;
import kb.pictures.PagePainter;

/** Reads the same page out of every file, and draws the same dot of it. */
final class PrintedPage implements PdfReader, PagePainter {
    /** A file with this in it is damaged. */
    static final String SPOILT = "spoilt";

    /** The smallest picture that PNG knows. */
    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");

    static final String TEXT = """
            1. Timetable

            The ferry leaves the harbour at nine. A ticket costs four euros.
            It comes back at noon. In winter it does not sail on Sundays.""";

    private static final double HEIGHT = 20;
    private static final double LETTER = 5;

    @Override
    public Reading read(Path pdf, int first, Pages pages) {
        if (text(pdf).contains(SPOILT)) return new Reading.Unreadable(Reason.DAMAGED);
        pages.take(new Page(1, 595, 842, TEXT, words()), 1);
        return new Reading.Complete(1);
    }

    static String text(Path pdf) {
        try {
            return Files.readString(pdf, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public Painting paint(Path pdf, Wanted wanted) {
        return new Painting.Painted(ByteBuffer.wrap(DOT));
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
