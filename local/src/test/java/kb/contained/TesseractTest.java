package kb.contained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kb.Needs;
import kb.Pdfs;
import kb.RealPart;
import kb.ingest.PdfReader;
import kb.ingest.PdfReader.Reading;
import kb.pages.Box;
import kb.pages.Coverage.Source;
import kb.pages.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Needs(RealPart.TESSERACT)
class TesseractTest {
    private static final byte[] GUIDE = Pdfs.of(
            "The library opens at nine in the morning.\nOn Saturdays the doors open at ten.",
            "A member may borrow twelve books.",
            "The fee for a lost card is four euros.");

    private final ContainedReader reader = new ContainedReader();

    @TempDir
    Path folder;

    @AfterEach
    void endTheChild() {
        reader.close();
    }

    @Test
    void scanned_pages_are_read_where_their_words_stand() throws IOException {
        var program = RealPart.TESSERACT.path().toString();
        var written = pages(reader, GUIDE);
        var read = pages(new RecognisingReader(reader, List.of(program)), Scans.of(GUIDE, 1, 3));
        assertEquals(texts(written), texts(read));
        assertEquals(
                List.of(Source.OCR, Source.NATIVE, Source.OCR),
                read.stream().map(page -> page.coverage().source()).toList());
        for (int i = 0; i < written.size(); i++) {
            var there = written.get(i).words();
            var here = read.get(i).words();
            for (int word = 0; word < there.size(); word++)
                assertNear(there.get(word).box(), here.get(word).box());
        }
    }

    @Test
    void scans_in_black_and_white_as_scanners_press_them_are_read() throws IOException {
        var program = RealPart.TESSERACT.path().toString();
        var scan = Scans.of(GUIDE, Jbig2::of, 1, 2, 3);
        assertEquals(texts(pages(reader, GUIDE)), texts(pages(new RecognisingReader(reader, List.of(program)), scan)));
    }

    /** A scan's boxes end with the ink, a font's where its letters may. */
    private static void assertNear(Box written, Box read) {
        var near = Math.abs(written.l() - read.l()) < 2
                && Math.abs(written.r() - read.r()) < 2
                && written.t() - 1 < read.t()
                && read.b() < written.b() + 1;
        assertTrue(near, () -> read + " is not at " + written);
    }

    private List<Page> pages(PdfReader by, byte[] pdf) throws IOException {
        var pages = new ArrayList<Page>();
        var file = Files.write(folder.resolve("guide.pdf"), pdf);
        assertEquals(new Reading.Complete(3), by.read(file, 1, (page, _) -> pages.add(page)));
        return pages;
    }

    private static List<String> texts(List<Page> pages) {
        return pages.stream().map(page -> page.text().replaceAll("\\s+", " ")).toList();
    }
}
