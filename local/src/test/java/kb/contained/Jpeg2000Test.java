package kb.contained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import kb.Pdfs;
import kb.ingest.PdfReader;
import kb.ingest.PdfReader.Reading;
import kb.pages.Coverage.Source;
import kb.pages.Page;
import kb.pictures.PagePainter.Painting;
import kb.pictures.PagePainter.Wanted;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans in JPEG 2000: the one library in Java that reads it has not been kept since 2020, so what they show is not known, and that is said. */
class Jpeg2000Test {
    /** Gray, 120 by 40. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode(
                    "AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAKAAAAHgAAQcHAAAAAAAPY29scgEAAAAA"
                            + "ABEAAACzanAyY/9P/1EAKQAAAAAAeAAAACgAAAAAAAAAAAAAAHgAAAAoAAAAAAAAAAAAAQcBAf9SAAwAAAABAAUEBAAB/1wAE0BA"
                            + "SEhQSEhQSEhQSEhQSEhQ/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS40/5AACgAAAAAAMgAB/5PfGHAVW2iu"
                            + "sCXHo4OD4AwMABEFa+mjhAANrOC8gNwglsv78oD/2Q==");

    private final ContainedReader reader = new ContainedReader();

    @TempDir
    Path folder;

    @AfterEach
    void endTheChild() {
        reader.close();
    }

    @Test
    void a_page_that_is_one_is_unreadable_and_the_others_are_read() throws IOException {
        var pages = pages(reader);
        assertEquals(List.of("one", "", "three"), pages.stream().map(Page::text).toList());
        var coverage = pages.get(1).coverage();
        assertEquals(Source.NONE, coverage.source());
        assertEquals(1, coverage.images());
        assertEquals(
                List.of(false, true, false),
                pages.stream().map(page -> page.coverage().unreadable()).toList());
    }

    @Test
    void nobody_guesses_what_it_says() throws IOException {
        var script = Files.writeString(folder.resolve("ocr.sh"), "echo asked > " + folder.resolve("asked"));
        var program = new OcrProgram(List.of("sh", script.toString()), Duration.ofSeconds(60));
        assertEquals(pages(reader), pages(new RecognisingReader(reader, program)));
        assertFalse(Files.exists(folder.resolve("asked")));
    }

    @Test
    void a_page_with_one_is_drawn_without_it() throws IOException {
        var painted = reader.painter().paint(scan(), new Wanted(2, 1, List.of()));
        assertInstanceOf(Painting.Painted.class, painted);
    }

    private List<Page> pages(PdfReader by) throws IOException {
        var pages = new ArrayList<Page>();
        assertEquals(new Reading.Complete(3), by.read(scan(), 1, (page, _) -> pages.add(page)));
        return pages;
    }

    private Path scan() throws IOException {
        var pdf = Scans.of(Pdfs.of("one", "two", "three"), Jpeg2000Test::pressed, 2);
        return Files.write(folder.resolve("scan.pdf"), pdf);
    }

    private static PDImageXObject pressed(PDDocument document, BufferedImage ignored) throws IOException {
        var stream = new PDStream(document);
        try (var out = stream.getCOSObject().createRawOutputStream()) {
            out.write(PICTURE);
        }
        stream.getCOSObject().setItem(COSName.FILTER, COSName.JPX_DECODE);
        var image = new PDImageXObject(stream, null);
        image.setWidth(120);
        image.setHeight(40);
        return image;
    }
}
