package kb.contained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kb.Pdfs;
import kb.ingest.PdfReader.Reading;
import kb.pages.Coverage.Source;
import kb.pages.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real child, and a shell script in place of Tesseract. */
@Timeout(120)
class RecognisingReaderTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final ContainedReader reader = new ContainedReader();

    @TempDir
    Path folder;

    private byte[] guide;

    @BeforeEach
    void scan() throws IOException {
        guide = Scans.of(Pdfs.of("one", "two", "", "four", "five", "six"), 2, 4, 5, 6);
    }

    @AfterEach
    void endTheChild() {
        reader.close();
    }

    @Test
    void only_pages_that_show_something_without_text_are_recognised() throws IOException {
        var pages = pages(LONG, """
                echo "$@" >> FOLDER/heard
                head -c 2 "$3" >> FOLDER/heard
                printf '1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t2480\\t3508\\t-1\\t\\n'
                printf '5\\t1\\t1\\t1\\t1\\t1\\t400\\t408\\t200\\t40\\t96.1\\tread\\n'""");
        assertEquals(List.of("one", "read", "", "read", "read", "read"), texts(pages));
        assertEquals("--dpi 300 page.pgm stdout tsv\nP5".repeat(4), Files.readString(folder.resolve("heard")));
        assertEquals(
                List.of(Source.NATIVE, Source.OCR, Source.NONE, Source.OCR, Source.OCR, Source.OCR),
                pages.stream().map(page -> page.coverage().source()).toList());
    }

    @Test
    void the_program_has_no_environment_and_a_folder_of_its_own_that_goes() throws IOException {
        pages(LONG, "{ env | grep -v '^\\(PWD\\|SHLVL\\|_\\)='; pwd; ls; } >> FOLDER/seen");
        var seen = Files.readAllLines(folder.resolve("seen")).subList(0, 5);
        assertEquals(
                List.of("LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1"),
                seen.subList(0, 2).stream().sorted().toList());
        assertEquals(List.of("answer", "page.pgm"), seen.subList(3, 5));
        assertEquals(false, Files.exists(Path.of(seen.get(2))));
    }

    @Test
    void a_program_that_fails_leaves_the_pages_without_text_and_is_not_asked_for_ever() throws IOException {
        var pages = pages(LONG, "echo asked >> FOLDER/heard; exit 1");
        assertEquals(List.of("one", "", "", "", "", ""), texts(pages));
        assertTrue(pages.get(1).coverage().lacksText());
        assertEquals("asked\n".repeat(3), Files.readString(folder.resolve("heard")));
    }

    @Test
    void a_program_that_does_not_end_is_ended() throws Exception {
        var pages = pages(Duration.ofMillis(500), "echo $$ >> FOLDER/heard; exec sleep 600");
        assertEquals(List.of("one", "", "", "", "", ""), texts(pages));
        for (var process : Files.readAllLines(folder.resolve("heard"))) {
            var still = ProcessHandle.of(Long.parseLong(process));
            if (still.isPresent()) still.get().onExit().get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_program_that_is_not_there_fails_nothing() throws IOException {
        var program = new OcrProgram(List.of(folder.resolve("nowhere").toString()), LONG);
        assertEquals(List.of("one", "", "", "", "", ""), texts(pages(program)));
    }

    private List<Page> pages(Duration longest, String script) throws IOException {
        var file = folder.resolve("ocr.sh");
        Files.writeString(file, script.replace("FOLDER", folder.toString()));
        return pages(new OcrProgram(List.of("sh", file.toString()), longest));
    }

    private List<Page> pages(OcrProgram program) throws IOException {
        var pages = new ArrayList<Page>();
        var file = Files.write(folder.resolve("guide.pdf"), guide);
        var reading = new RecognisingReader(reader, program).read(file, 1, (page, _) -> pages.add(page));
        assertEquals(new Reading.Complete(6), reading);
        return pages;
    }

    private static List<String> texts(List<Page> pages) {
        return pages.stream().map(Page::text).toList();
    }
}
