package kb.contained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import kb.LongPdf;
import kb.ingest.PdfReader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many pages a document has, a child needs no more memory for them. */
class ManyPagesTest {
    private static final int MOST_MEGABYTES = 384;
    /** A fifth of what a child has. */
    private static final String SMALL = "-Xmx52m";

    @TempDir
    Path folder;

    @Test
    void two_thousand_pages_are_read_in_a_fifth_of_the_memory() throws IOException {
        var flags = Command.READING.flags().stream()
                .map(flag -> flag.startsWith("-Xmx") ? SMALL : flag)
                .toList();
        var heard = new AtomicInteger();
        var book = Files.write(folder.resolve("book.pdf"), LongPdf.of(2_000));
        try (var watched =
                new Watched(new ContainedReader(new Command(Command.READING.main(), flags), Allowance.USUAL))) {
            assertEquals(new Reading.Complete(2_000), watched.read(book, page -> heard.addAndGet(page.number())));
            assertEquals(2_000 * 2_001 / 2, heard.get());
            assertTrue(watched.mostMemory() < MOST_MEGABYTES, () -> watched.mostMemory() + " MB");
        }
    }
}
