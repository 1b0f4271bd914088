package kb.contained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kb.Pdfs;
import kb.contained.hostile.Bombs;
import kb.contained.hostile.OutlineBombs;
import kb.ingest.PdfReader.Reading;
import kb.ingest.PdfReader.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files that mean harm end as any other does, in ten seconds and 384 MB, and the next good document is read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BombsTest {
    private static final int MOST_MEGABYTES = 384;
    private static final Reading CRASHED = new Reading.Unreadable(Reason.PARSER_CRASHED);

    @TempDir
    Path folder;

    private final Watched watched = new Watched();

    @AfterAll
    void endTheChildren() {
        watched.close();
    }

    @Test
    void there_are_enough_of_them() {
        assertTrue(Bombs.all().size() >= 120, () -> Bombs.all().size() + " bombs");
    }

    @TestFactory
    Stream<DynamicTest> a_bomb_ends_and_the_next_document_is_read() {
        return Bombs.all().entrySet().stream()
                .map(bomb -> DynamicTest.dynamicTest(
                        bomb.getKey(), () -> goesOff(bomb.getValue().get())));
    }

    @TestFactory
    Stream<DynamicTest> no_outline_keeps_a_document_from_being_read() {
        return OutlineBombs.all().entrySet().stream()
                .map(bomb -> DynamicTest.dynamicTest(
                        bomb.getKey(), () -> assertEquals(new Reading.Complete(1), watched.read(written(bomb)))));
    }

    private Path written(Map.Entry<String, Supplier<byte[]>> bomb) throws IOException {
        return Files.write(folder.resolve("bomb.pdf"), bomb.getValue().get());
    }

    /** The time is the reader's own: see {@link Allowance}. */
    private void goesOff(byte[] bomb) throws IOException {
        var reading = watched.read(Files.write(folder.resolve("bomb.pdf"), bomb));
        assertNotEquals(CRASHED, reading);
        assertTrue(watched.mostMemory() <= MOST_MEGABYTES, () -> watched.mostMemory() + " MB");
        var good = Files.write(folder.resolve("good.pdf"), Pdfs.of("still here"));
        var heard = new ArrayList<String>();
        watched.reader().read(good, 1, (page, _) -> heard.add(page.text()));
        assertEquals(List.of("still here"), heard);
    }
}
