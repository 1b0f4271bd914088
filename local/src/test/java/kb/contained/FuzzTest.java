package kb.contained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import kb.Pdfs;
import kb.contained.hostile.Mutation;
import kb.ingest.PdfReader.Reading;
import kb.ingest.PdfReader.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Good files spoiled by chance, as many as {@code -Dkb.mutants} says; {@code -Dkb.seed} repeats a run, which prints it, and
 * the file that fails stays in {@code target/mutant.pdf}.
 */
@Tag("parts")
class FuzzTest {
    private static final Path GOOD = Path.of("..", "postman", "sample.pdf");
    private static final int AMONG_THEM = 100;
    /** A run of hours gives way to other programs, and then a child may take long to start. */
    private static final Allowance PATIENT = new Allowance(
            Duration.ofMinutes(10), Allowance.USUAL.silence(), Allowance.USUAL.page(), Allowance.USUAL.idle());

    @TempDir
    Path folder;

    @Test
    void a_mutant_ends_as_any_other_file_does() throws IOException {
        var seed = Long.getLong("kb.seed", new Random().nextLong());
        var mutants = Integer.getInteger("kb.mutants", 300);
        System.out.printf("%d mutants of -Dkb.seed=%d%n", mutants, seed);
        var ends = new TreeMap<String, Integer>();
        var originals = List.of(Files.readAllBytes(GOOD), Pdfs.of("one", "two", "three"), Pdfs.locked("", "locked?"));
        try (var watched = new Watched(new ContainedReader(Command.READING, PATIENT))) {
            for (int number = 0; number < mutants; number++) {
                var mutation = new Mutation(new Random(seed + number));
                var mutant = Files.write(
                        Path.of("target", "mutant.pdf"), mutation.of(originals.get(number % originals.size())));
                var reading = watched.read(mutant);
                assertNotEquals(new Reading.Unreadable(Reason.PARSER_CRASHED), reading, "mutant " + number);
                assertTrue(watched.mostMemory() <= 384, watched.mostMemory() + " MB of mutant " + number);
                ends.merge(reading instanceof Reading.Complete ? "complete" : reading.toString(), 1, Integer::sum);
                if (number % AMONG_THEM == 0) assertEquals(new Reading.Complete(2), watched.read(GOOD));
            }
        }
        System.out.println(ends);
    }
}
