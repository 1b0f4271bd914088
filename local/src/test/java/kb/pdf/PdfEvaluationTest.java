package kb.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kb.Evaluation;
import kb.Needs;
import kb.RealPart;
import kb.files.StoredPages;
import kb.ingest.Chunker;
import kb.ingest.PdfReader.Reading;
import kb.pages.Page;
import org.junit.jupiter.api.Test;

/** The reader and the chunker on documents nobody here wrote. */
@Needs(RealPart.EVALUATION)
class PdfEvaluationTest {
    @Test
    void the_gold_answer_stands_on_its_page_for_996_of_1000_questions() throws IOException {
        var documents = documents("retrieval/pdfs");
        var questions = Evaluation.lines("retrieval/questions.jsonl");
        var lost = questions.stream()
                .filter(question -> !isAnswered(
                        question, documents.get(question.get("document").textValue())))
                .map(question -> question.get("id").textValue())
                .toList();
        assertFalse(questions.isEmpty());
        assertTrue(lost.size() <= 0.004 * questions.size(), () -> "lost: " + lost);
    }

    private static boolean isAnswered(JsonNode question, List<Page> pages) {
        return each(question.get("pages")).anyMatch(number -> {
            var text = plain(pages.get(number.intValue() - 1).text());
            return each(question.get("answers")).anyMatch(answer -> text.contains(plain(answer.textValue())));
        });
    }

    @Test
    void chunks_and_stored_pages_say_what_the_pages_say() throws IOException {
        var documents = documents("retrieval/pdfs");
        documents.putAll(documents("financial/pdfs"));
        for (var pages : documents.values()) {
            for (var chunk : new Chunker(900, String::length).chunks(new UUID(1, 2), Optional.empty(), pages)) {
                assertEquals(pages.get(chunk.page() - 1).text(chunk.span()), chunk.text());
                assertFalse(chunk.boxes().isEmpty());
                assertTrue(chunk.text().length() <= 1.3 * 900, chunk::text);
            }
            assertEquals(pages, new StoredPages().read(new StoredPages().write(pages)));
        }
    }

    private static Map<String, List<Page>> documents(String folder) throws IOException {
        var documents = new TreeMap<String, List<Page>>();
        for (var file : filesIn(Evaluation.folder().resolve(folder))) {
            var pages = new ArrayList<Page>();
            var reading = read(file, pages);
            assertEquals(new Reading.Complete(pages.size()), reading);
            documents.put(file.getFileName().toString(), pages);
        }
        return documents;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static Reading read(Path file, List<Page> pages) throws IOException {
        return new PdfBoxReader().read(file, 1, (page, _) -> pages.add(page));
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
