package kb.contained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kb.ingest.PdfReader.Down;
import kb.ingest.PdfReader.Reading;
import kb.ingest.PdfReader.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a child may do wrong, and what the service makes of it. */
@Timeout(120)
class FakeChildTest {
    private static final Path FILE = Path.of("no", "matter");

    /** As long as any machine takes to start it, but not as patient while it reads. */
    static final Allowance SHORT =
            new Allowance(Duration.ofSeconds(30), Duration.ofMillis(300), Duration.ofMillis(0), Duration.ofSeconds(60));

    @ParameterizedTest
    @CsvSource({
        "exits, PARSER_CRASHED",
        "kills itself, PARSER_CRASHED",
        "writes garbage, PARSER_CRASHED",
        "writes without end, PARSER_CRASHED",
        "says pages without end, PARSER_CRASHED",
        "says too much, PARSER_CRASHED",
        "announces gigabytes, PARSER_CRASHED",
        "ends before its pages, PARSER_CRASHED",
        "exits out of memory, LIMIT_EXCEEDED",
        "fills its memory, LIMIT_EXCEEDED"
    })
    void a_child_that_misbehaves_is_the_file_s_doing(String manner, Reason reason) {
        assertEquals(new Reading.Unreadable(reason), reading(manner, Allowance.USUAL));
    }

    @Test
    void a_long_document_that_two_threads_have_no_memory_for_is_read_on_by_one() {
        var heard = new ArrayList<Integer>();
        try (var reader = reader("has memory for one thread", Allowance.USUAL)) {
            assertEquals(new Reading.Complete(50), reader.read(FILE, 1, (page, _) -> heard.add(page.number())));
        }
        assertEquals(IntStream.rangeClosed(1, 50).boxed().toList(), heard);
        assertEquals(
                new Reading.Unreadable(Reason.LIMIT_EXCEEDED),
                reading("has memory for no long document", Allowance.USUAL));
    }

    @Test
    void what_it_says_on_standard_error_is_heard_by_nobody_and_fills_no_pipe() {
        try (var reader = reader("quotes the file", Allowance.USUAL)) {
            assertEquals(new Reading.Unreadable(Reason.DAMAGED), reader.read(FILE, 1, (_, _) -> {}));
            assertEquals(1, reader.processes().size(), "it was no harm to the child");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hangs", "hangs after a page", "dawdles"})
    void a_child_that_takes_too_long_is_the_file_s_doing(String manner) {
        assertEquals(new Reading.Unreadable(Reason.PARSE_TIMEOUT), reading(manner, SHORT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"never starts", "is asked to end"})
    void a_child_that_does_not_start_or_is_stopped_is_not(String manner) {
        assertThrows(Down.class, () -> reading(manner, Allowance.USUAL));
    }

    @Test
    void a_child_that_does_not_begin_in_time_is_not() {
        var patience = new Allowance(Duration.ofMillis(300), Duration.ZERO, Duration.ZERO, Duration.ZERO);
        assertThrows(Down.class, () -> reading("starts and hangs", patience));
    }

    @Test
    void a_java_that_is_not_there_is_not() {
        var wrong = new Command("no.such.Main", List.of("-Xmx16m"));
        try (var reader = new ContainedReader(wrong, Allowance.USUAL)) {
            assertThrows(Down.class, () -> reader.read(FILE, 1, (_, _) -> {}));
        }
    }

    private static Reading reading(String manner, Allowance allowance) {
        try (var reader = reader(manner, allowance)) {
            var reading = reader.read(FILE, 1, (_, _) -> {});
            assertEquals(List.of(), reader.processes(), "it is still there");
            return reading;
        }
    }

    static ContainedReader reader(String manner, Allowance allowance) {
        return new ContainedReader(
                new Command(
                        FakeChild.class.getName(),
                        List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Dmanner=" + manner)),
                allowance);
    }

    @Test
    void it_has_no_environment_and_a_folder_of_its_own_that_goes_with_it() {
        var told = new ArrayList<String>();
        Path folder;
        try (var reader = reader("tells its surroundings", Allowance.USUAL)) {
            reader.read(FILE, 1, (page, _) -> told.addAll(List.of(page.text().split(" "))));
            folder = Path.of(told.get(1));
            assertEquals(List.of("{LC_ALL=C.UTF-8}", folder.toString(), folder.toString()), told);
            assertEquals("rwx------", permissions(folder));
        }
        assertFalse(Files.exists(folder));
    }

    private static String permissions(Path folder) {
        try {
            return java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
        } catch (java.io.IOException gone) {
            throw new AssertionError(gone);
        }
    }

    @Test
    void who_reads_is_told_when_the_reader_is_closed() throws Exception {
        var reader = reader("hangs after a page", Allowance.USUAL);
        assertThrows(Down.class, () -> reader.read(FILE, 1, (_, _) -> Thread.startVirtualThread(reader::close)));
        assertEquals(List.of(), reader.processes());
        assertThrows(Down.class, () -> reader.read(FILE, 1, (_, _) -> {}));
    }

    @Test
    void who_reads_can_be_interrupted() {
        try (var reader = reader("hangs after a page", Allowance.USUAL)) {
            var here = Thread.currentThread();
            assertThrows(Down.class, () -> reader.read(FILE, 1, (_, _) -> here.interrupt()));
            assertTrue(Thread.interrupted());
            assertEquals(List.of(), reader.processes());
        }
    }

    @Test
    void one_that_has_nothing_to_do_is_ended() throws Exception {
        var soon = new Allowance(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ZERO, Duration.ofMillis(1));
        try (var reader = reader("answers", soon)) {
            var child = new ArrayList<ProcessHandle>();
            reader.read(FILE, 1, (_, _) -> child.addAll(reader.processes()));
            child.getFirst().onExit().get();
        }
    }
}
