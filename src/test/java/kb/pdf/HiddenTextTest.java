package kb.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kb.ingest.Chunker;
import kb.pages.Chunk;
import kb.pages.Hiding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HiddenTextTest {
    @TestFactory
    Stream<DynamicTest> what_nobody_sees_is_in_no_chunk_and_counted_and_all_else_is_there() {
        return ConcealedFiles.all().stream().map(file -> DynamicTest.dynamicTest(file.name(), () -> check(file)));
    }

    private static void check(Concealed file) {
        var pages = Drawn.pages(file.pdf());
        var chunks = new Chunker(900, String::length)
                .chunks(new UUID(1, 2), Optional.empty(), pages).stream()
                        .map(Chunk::text)
                        .collect(Collectors.joining("\n"));
        var expected = file.hides() == null ? Concealed.SEEN + "\n\n" + Concealed.TEXT : Concealed.SEEN;
        assertEquals(plain(expected), plain(chunks));
        var characters = Concealed.TEXT.replace(" ", "").length();
        var leftOut = file.hides() == null ? Map.of() : Map.of(file.hides(), characters);
        assertEquals(leftOut, pages.getFirst().coverage().leftOut());
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void there_are_thirty_files_with_hidden_text_and_some_of_each_kind() {
        var kinds = ConcealedFiles.all().stream()
                .filter(file -> file.hides() != null)
                .collect(Collectors.groupingBy(Concealed::hides, Collectors.counting()));
        assertEquals(Hiding.values().length, kinds.size());
        assertTrue(kinds.values().stream().mapToLong(Long::longValue).sum() >= 30, kinds::toString);
    }
}
