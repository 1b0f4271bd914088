package kb.contained;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kb.pages.Box;
import kb.pages.Page;
import kb.pages.Span;
import kb.pages.Table;
import kb.pages.Word;

/**
 * A page as bytes: number, size, text in UTF-8, then for each word its span, its line and its box, then the spans in bold, then
 * for each table its span and that of its header, and its coverage.
 *
 * <p>A quarter of the work that JSON makes, and a child need not load Jackson. What is read back is a page that {@link
 * kb.pdf.PdfBoxReader} could have made, whoever wrote it.
 */
final class PageBytes {
    private static final int HEAD = Integer.BYTES + 2 * Double.BYTES + 4 * Integer.BYTES;
    private static final int WORD = 3 * Integer.BYTES + 4 * Double.BYTES;
    private static final int SPAN = 2 * Integer.BYTES;
    private static final int TABLE = 2 * SPAN;

    private PageBytes() {}

    /** @param before room to leave at the beginning @throws TooLong when it would be more than {@code most} */
    static ByteBuffer write(Page page, int before, int most) {
        var text = page.text().getBytes(StandardCharsets.UTF_8);
        var length = before + HEAD + text.length + marks(page);
        if (length > most) throw new TooLong();
        var bytes = ByteBuffer.allocate((int) length).position(before);
        bytes.putInt(page.number()).putDouble(page.width()).putDouble(page.height());
        bytes.putInt(text.length).put(text).putInt(page.words().size());
        for (var word : page.words()) {
            bytes.putInt(word.span().start()).putInt(word.span().end()).putInt(word.line());
            var box = word.box();
            bytes.putDouble(box.l()).putDouble(box.t()).putDouble(box.r()).putDouble(box.b());
        }
        bytes.putInt(page.bold().size());
        page.bold().forEach(span -> put(bytes, span));
        bytes.putInt(page.tables().size());
        for (var table : page.tables()) {
            put(bytes, table.span());
            put(bytes, table.header());
        }
        CoverageBytes.put(bytes, page.coverage());
        return bytes.flip();
    }

    private static long marks(Page page) {
        return (long) WORD * page.words().size()
                + (long) SPAN * page.bold().size()
                + (long) TABLE * page.tables().size()
                + CoverageBytes.LENGTH;
    }

    private static void put(ByteBuffer bytes, Span span) {
        bytes.putInt(span.start()).putInt(span.end());
    }

    /** @throws Garbled when these are not the bytes of a page */
    static Page read(ByteBuffer bytes) {
        try {
            var number = bytes.getInt();
            var width = size(bytes.getDouble());
            var height = size(bytes.getDouble());
            var text = text(bytes);
            var words = words(bytes, number, text.length());
            var bold = bold(bytes, text.length());
            var tables = tables(bytes, text.length());
            var coverage = CoverageBytes.read(bytes);
            if (bytes.hasRemaining()) throw new Garbled("more than a page");
            return new Page(number, width, height, text, words, bold, tables, coverage);
        } catch (BufferUnderflowException | IllegalArgumentException | CharacterCodingException noPage) {
            throw new Garbled("no page");
        }
    }

    private static String text(ByteBuffer bytes) throws CharacterCodingException {
        var length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) throw new Garbled("text of no length");
        var text = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
    }

    private static List<Word> words(ByteBuffer bytes, int page, int characters) {
        var count = count(bytes, WORD);
        var words = new ArrayList<Word>(count);
        var end = 0;
        var line = 0;
        for (int i = 0; i < count; i++) {
            var word = new Word(new Span(bytes.getInt(), bytes.getInt()), bytes.getInt(), box(bytes, page));
            if (word.span().start() < end || word.line() < line) throw new Garbled("words out of order");
            end = word.span().end();
            line = word.line();
            words.add(word);
        }
        if (end > characters) throw new Garbled("a word outside the text");
        return words;
    }

    private static List<Span> bold(ByteBuffer bytes, int characters) {
        var count = count(bytes, SPAN);
        var spans = new ArrayList<Span>(count);
        for (int i = 0; i < count; i++) spans.add(span(bytes, characters));
        return spans;
    }

    private static List<Table> tables(ByteBuffer bytes, int characters) {
        var count = count(bytes, TABLE);
        var tables = new ArrayList<Table>(count);
        for (int i = 0; i < count; i++) tables.add(new Table(span(bytes, characters), span(bytes, characters)));
        return tables;
    }

    private static Span span(ByteBuffer bytes, int characters) {
        var span = new Span(bytes.getInt(), bytes.getInt());
        if (span.end() > characters) throw new Garbled("a mark outside the text");
        return span;
    }

    /** @param length of each in bytes */
    private static int count(ByteBuffer bytes, int length) {
        var count = bytes.getInt();
        if (count < 0 || (long) count * length > bytes.remaining()) throw new Garbled("not so many");
        return count;
    }

    private static Box box(ByteBuffer bytes, int page) {
        return new Box(page, number(bytes), number(bytes), number(bytes), number(bytes));
    }

    private static double number(ByteBuffer bytes) {
        var number = bytes.getDouble();
        if (!Double.isFinite(number)) throw new Garbled("no number");
        return number;
    }

    private static double size(double points) {
        if (!(points > 0 && Double.isFinite(points))) throw new Garbled("no size");
        return points;
    }
}
