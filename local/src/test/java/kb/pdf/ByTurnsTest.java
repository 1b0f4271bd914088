package kb.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kb.LongPdf;
import kb.OddPages;
import kb.Pdfs;
import kb.ingest.PdfReader.Reading;
import kb.ingest.PdfReader.Reason;
import kb.pages.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether one thread reads a long document or two do, the same comes of it. */
class ByTurnsTest {
    @TempDir
    Path folder;

    /** What was heard of a document, to its end. */
    record Told(Reading reading, List<Page> pages) {}

    static Told told(int threads, Path pdf, int first) {
        var pages = new ArrayList<Page>();
        var reading = new PdfBoxReader(threads).read(pdf, first, (page, _) -> pages.add(page));
        return new Told(reading, pages);
    }

    private Told both(byte[] pdf, int first) throws IOException {
        var file = Files.write(folder.resolve("long.pdf"), pdf);
        var one = told(1, file, first);
        assertEquals(one, told(2, file, first));
        return one;
    }

    @Test
    void a_book_is_read_alike() throws IOException {
        var book = LongPdf.of(300);
        var read = both(book, 1);
        assertEquals(new Reading.Complete(300), read.reading());
        assertEquals(300, read.pages().size());
        assertEquals(read.pages().subList(100, 300), both(book, 101).pages());
    }

    @Test
    void pages_of_all_kinds_are_read_alike() throws IOException {
        var pages = new OddPages();
        for (int i = 0; i < 20; i++)
            pages.text("Page " + i)
                    .blank()
                    .drawing()
                    .unreadable()
                    .hiding("Seen.", "Not seen.")
                    .endless();
        var read = both(pages.pdf(), 1);
        assertEquals(new Reading.Complete(120), read.reading());
        assertEquals(
                20,
                read.pages().stream()
                        .filter(page -> page.coverage().unreadable())
                        .count());
    }

    @Test
    void a_document_without_a_page_that_can_be_read_fails_alike() throws IOException {
        var pages = new OddPages();
        for (int i = 0; i < PdfBoxReader.LONG; i++) pages.unreadable();
        assertEquals(
                new Reading.Unreadable(Reason.DAMAGED), both(pages.pdf(), 1).reading());
    }

    /** Each page draws 60,000 letters, and the 41st of them is one too many. */
    @Test
    void too_much_is_noticed_at_the_same_page() throws IOException {
        var text = new String[60];
        java.util.Arrays.fill(text, ("a".repeat(1_000) + "\n").repeat(60));
        var read = both(Pdfs.of(text), 1);
        assertEquals(new Reading.Unreadable(Reason.LIMIT_EXCEEDED), read.reading());
        assertEquals(40, read.pages().size());
    }

    @Test
    void whoever_listens_may_end_it() throws IOException {
        var file = Files.write(folder.resolve("long.pdf"), LongPdf.of(60));
        var heard = new ArrayList<Integer>();
        var enough = new IllegalStateException("enough");
        assertEquals(
                enough, assertThrows(IllegalStateException.class, () -> new PdfBoxReader(2).read(file, 1, (page, _) -> {
                    heard.add(page.number());
                    if (page.number() == 10) throw enough;
                })));
        assertEquals(10, heard.size());
    }
}
