package kb.contained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import kb.Pdfs;
import kb.contained.hostile.Bombs;
import kb.ingest.PdfReader.Reading;
import kb.ingest.PdfReader.Reason;
import kb.pages.Page;
import kb.pdf.PdfBoxReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real child. */
@Timeout(120)
class ContainedReaderTest {
    private final ContainedReader reader = new ContainedReader();

    @TempDir
    Path folder;

    @AfterEach
    void endTheChild() {
        reader.close();
    }

    @Test
    void it_reads_what_is_read_without_a_child() throws IOException {
        var file = Path.of("..", "postman", "sample.pdf");
        var here = new ArrayList<Page>();
        var reading = new PdfBoxReader().read(file, 1, (page, _) -> here.add(page));
        var there = new ArrayList<Page>();
        assertEquals(reading, reader.read(file, 1, (page, _) -> there.add(page)));
        assertEquals(here, there);
        assertEquals(2, there.size());
    }

    @Test
    void tables_with_cells_of_several_lines_come_out_of_it_whole() throws Exception {
        try (var files = Files.list(Path.of(getClass().getResource("/producers").toURI()))) {
            for (var file : files.filter(one -> one.toString().matches(".*ruled.*\\.pdf"))
                    .sorted()
                    .toList()) {
                var here = new ArrayList<Page>();
                new PdfBoxReader().read(file, 1, (page, _) -> here.add(page));
                var there = new ArrayList<Page>();
                reader.read(file, 1, (page, _) -> there.add(page));
                assertEquals(here, there, file::toString);
            }
        }
    }

    @Test
    void pages_are_given_from_the_first_that_is_wanted() throws IOException {
        var heard = new ArrayList<String>();
        var reading = reader.read(
                file("three.pdf", "one", "two", "three"),
                2,
                (page, all) -> heard.add("%d of %d: %s".formatted(page.number(), all, page.text())));
        assertEquals(new Reading.Complete(3), reading);
        assertEquals(List.of("2 of 3: two", "3 of 3: three"), heard);
    }

    @Test
    void a_name_in_any_script_is_found() throws IOException {
        assertEquals(new Reading.Complete(1), reader.read(file("Größe 資料.pdf", "text"), 1, (_, _) -> {}));
    }

    @Test
    void nothing_is_started_before_there_is_something_to_read_and_one_child_reads_all() throws IOException {
        assertEquals(List.of(), reader.processes());
        var first = childOf(file("one.pdf", "one"));
        assertEquals(first, childOf(file("two.pdf", "two")));
        assertEquals(List.of(first), reader.processes());
    }

    @Test
    void a_file_that_is_too_much_gets_the_next_document_another_child() throws IOException {
        var good = file("good.pdf", "fine");
        var first = childOf(good);
        assertEquals(Reason.DAMAGED, reasonOf(new byte[100]));
        assertEquals(Reason.PASSWORD_REQUIRED, reasonOf(Pdfs.locked("secret", "locked")));
        assertEquals(first, childOf(good));
        assertEquals(
                Reason.LIMIT_EXCEEDED,
                reasonOf(Bombs.all().get("states saved ten million times").get()));
        assertNotEquals(first, childOf(good));
    }

    private Reason reasonOf(byte[] bad) throws IOException {
        var reading = reader.read(Files.write(folder.resolve("bad.pdf"), bad), 1, (_, _) -> {});
        return assertInstanceOf(Reading.Unreadable.class, reading).reason();
    }

    @Test
    void a_child_that_died_in_the_meantime_is_nobody_s_failure() throws Exception {
        var good = file("good.pdf", "fine");
        var first = childOf(good);
        first.destroyForcibly();
        assertNotEquals(first, childOf(good));
        first.onExit().get();
    }

    @Test
    void after_fifty_documents_there_is_another_child() throws IOException {
        var good = file("good.pdf", "fine");
        var children = new ArrayList<ProcessHandle>();
        for (int i = 0; i < 51; i++) children.add(childOf(good));
        assertEquals(1, new HashSet<>(children.subList(0, 50)).size());
        assertNotEquals(children.getFirst(), children.getLast());
    }

    @Test
    void a_failure_of_who_takes_the_pages_is_not_the_file_s() throws IOException {
        var good = file("good.pdf", "fine");
        assertThrows(
                IllegalStateException.class,
                () -> reader.read(good, 1, (_, _) -> {
                    throw new IllegalStateException("the store is down");
                }));
        assertEquals(List.of(), reader.processes());
    }

    @Test
    void two_documents_at_a_time_have_two_children() throws Exception {
        var good = file("good.pdf", "fine");
        var both = new CountDownLatch(2);
        var other = Thread.startVirtualThread(() -> reader.read(good, 1, (_, _) -> meet(both)));
        assertEquals(new Reading.Complete(1), reader.read(good, 1, (_, _) -> meet(both)));
        other.join();
        assertEquals(2, reader.processes().size());
    }

    private static void meet(CountDownLatch both) {
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private ProcessHandle childOf(Path pdf) {
        var children = new HashSet<ProcessHandle>();
        var reading = reader.read(pdf, 1, (_, _) -> children.addAll(reader.processes()));
        assertEquals(new Reading.Complete(1), reading);
        assertEquals(1, children.size());
        return children.iterator().next();
    }

    private Path file(String name, String... pages) throws IOException {
        return Files.write(folder.resolve(name), Pdfs.of(pages));
    }
}
