package kb.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kb.Needs;
import kb.RealPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evaluation's documents, as one that is long. */
@Needs(RealPart.EVALUATION)
class RealPagesByTurnsTest {
    @TempDir
    Path folder;

    @Test
    void two_threads_read_what_one_does() throws IOException {
        var file = Files.write(folder.resolve("long.pdf"), BothCoresBenchmark.joined());
        var read = ByTurnsTest.told(1, file, 1);
        assertTrue(read.pages().size() > 200);
        assertEquals(read, ByTurnsTest.told(2, file, 1));
    }
}
