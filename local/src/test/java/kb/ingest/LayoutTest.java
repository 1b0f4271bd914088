package kb.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kb.pages.Page;
import kb.pdf.PdfBoxReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Small PDFs of several programs, whose text, headings and tables are known: {@code layout/generate.py} made them. */
class LayoutTest {
    /** The last row of its table stands alone on the next page, where nothing tells it from a line. */
    private static final Set<String> NOT_YET = Set.of("weasyprint-ruled.pdf");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> is_read_as_it_was_written() throws IOException {
        try (var truth = resource("truth.json")) {
            return each(new ObjectMapper().readTree(truth)).map(document -> {
                var name = document.get("file").textValue();
                var pages = pages(name);
                if (!NOT_YET.contains(name)) return DynamicTest.dynamicTest(name, () -> check(document, pages));
                return DynamicTest.dynamicTest(
                        name + " is not yet", () -> assertThrows(AssertionError.class, () -> check(document, pages)));
            });
        }
    }

    private static void check(JsonNode document, List<Page> pages) {
        var structure = Structure.of(pages);
        assertInOrder(blocks(document), bodies(structure, pages));
        var found = structure.headings().headings().stream().map(Heading::text).toList();
        assertEquals(headings(document), found);
        var rows = pages.stream().flatMap(page -> page.text().lines()).toList();
        for (var row : document.get("table")) {
            var cells = String.join("\t", each(row).map(JsonNode::textValue).toList());
            assertTrue(rows.contains(cells), () -> "not a row: " + cells + " in " + rows);
        }
        if (pages.size() < 2) return; // a head runs over pages
        for (var chunk : new Chunker(900, String::length).chunks(new UUID(1, 2), Optional.empty(), pages)) {
            assertFalse(chunk.text().contains("A running head"), chunk::text);
        }
    }

    private static void assertInOrder(List<String> blocks, String text) {
        var from = 0;
        for (var block : blocks) {
            var found = text.indexOf(plain(block), from);
            assertTrue(found >= 0, () -> "not in its place: " + block + "\nin\n" + text);
            from = found + plain(block).length();
        }
    }

    private static List<String> blocks(JsonNode document) {
        var blocks = new ArrayList<String>();
        blocks.add(document.get("title").textValue());
        for (var section : document.get("sections")) {
            blocks.add(section.get(0).textValue());
            each(section.get(1)).map(JsonNode::textValue).forEach(blocks::add);
        }
        return blocks;
    }

    private static List<String> headings(JsonNode document) {
        var titles =
                each(document.get("sections")).map(section -> section.get(0).textValue());
        return Stream.concat(Stream.of(document.get("title").textValue()), titles)
                .toList();
    }

    private static String bodies(Structure structure, List<Page> pages) {
        var text = new StringBuilder();
        for (var page : pages) {
            for (var body : structure.running().bodies(page))
                text.append(page.text(body)).append('\n');
        }
        return plain(text.toString());
    }

    /** Without white space and hyphens, for words are divided at the ends of lines and pages. */
    private static String plain(String text) {
        return text.replaceAll("[\\s-]+", "");
    }

    private List<Page> pages(String name) {
        var file = folder.resolve(name);
        try (var pdf = resource(name)) {
            Files.copy(pdf, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var pages = new ArrayList<Page>();
        var reading = new PdfBoxReader().read(file, 1, (page, _) -> pages.add(page));
        assertEquals(new PdfReader.Reading.Complete(pages.size()), reading);
        return pages;
    }

    private static InputStream resource(String name) {
        return LayoutTest.class.getResourceAsStream("/layout/" + name);
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
