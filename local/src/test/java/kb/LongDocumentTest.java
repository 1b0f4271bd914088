package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A book of 1,200 pages, read in slices of a second in a process that has little memory.
 *
 * <p>With the real model it takes some three CPU minutes: {@code -Dkb.embedder=model -Dkb.slice=60}.
 */
class LongDocumentTest {
    private static final int PAGES = Integer.getInteger("kb.pages", 1_200);
    private static final String SLICE = System.getProperty("kb.slice", "1");
    private static final String EMBEDDER = System.getProperty("kb.embedder", "quick");
    /** The model is loaded by way of the heap. */
    private static final String HEAP = EMBEDDER.equals("model") ? "-Xmx192m" : "-Xmx96m";

    /** Kilobytes between any two looks; 16,000 were seen, and the chunks are the most of it. */
    private static final int GROWTH = 24_000;

    @TempDir
    Path folder;

    /** @param kilobytes of heap in use after a collection */
    private record Look(String status, int pages, int chunks, int kilobytes) {
        static Look of(String line) {
            var words = line.split(" ");
            return new Look(
                    words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]), Integer.parseInt(words[4]));
        }
    }

    @Test
    void it_comes_to_its_end_with_memory_flat_and_progress_only_growing() throws Exception {
        var pdf = Files.write(folder.resolve("long.pdf"), LongPdf.of(PAGES));
        var looks = looks(pdf);
        System.out.println(looks);
        assertEquals("READY", looks.getLast().status());
        assertEquals(PAGES, looks.getLast().pages());
        assertTrue(looks.getLast().chunks() > 2 * PAGES);
        assertTrue(looks.size() >= 8, looks::toString);
        for (int i = 1; i < looks.size(); i++) {
            assertTrue(looks.get(i - 1).pages() <= looks.get(i).pages(), looks::toString);
            assertTrue(looks.get(i - 1).chunks() <= looks.get(i).chunks(), looks::toString);
        }
        var least = looks.stream().mapToInt(Look::kilobytes).min().orElseThrow();
        var most = looks.stream().mapToInt(Look::kilobytes).max().orElseThrow();
        assertTrue(most - least < GROWTH, looks::toString);
    }

    private List<Look> looks(Path pdf) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        HEAP,
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        LongDocument.class.getName(),
                        folder.resolve("data").toString(),
                        pdf.toString(),
                        SLICE,
                        EMBEDDER)
                .redirectError(folder.resolve("errors.log").toFile())
                .start();
        try (var output = process.inputReader()) {
            var looks = new ArrayList<Look>();
            output.lines()
                    .filter(line -> line.startsWith(LongDocument.MARK))
                    .map(Look::of)
                    .forEach(looks::add);
            assertEquals(0, process.waitFor(), () -> read(folder.resolve("errors.log")));
            return looks;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
