package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kb.lambda.HttpEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A twin is started with another embedding model, or told to make its index anew, and nobody notices but the disk. */
@Timeout(120)
class ModelChangeTest {
    private static final String FERRY = "The ferry leaves the harbour at nine.";
    private static final String MILL = "The mill grinds rye on Mondays.";
    private static final String OLD = "bge-small-en-v1.5-q.384.0-2";
    private static final String NEW = "words.64.0-2";

    @TempDir
    Path data;

    private EmbeddingService service;

    @BeforeEach
    void serve() throws IOException {
        service = new EmbeddingService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private TestTwin changed() {
        return new TestTwin(data, EmbeddingService.settings(service.address()));
    }

    private static Client client(TestTwin twin) {
        return new Client(new LambdaEvents(new HttpEntry(twin.app().router())), twin, "default", "wren", "manager");
    }

    private static JsonNode search(TestTwin twin, String query) throws Exception {
        return client(twin)
                .sendJson("POST", "/search", Map.of("query", query, "limit", 1))
                .json();
    }

    private static void finds(TestTwin twin, String query, String text) throws Exception {
        var found = search(twin, query);
        assertEquals(text, found.get("passages").get(0).get("text").textValue());
        assertEquals("[]", found.get("degraded").toString());
    }

    private Set<String> indexes() throws IOException {
        try (var all = Files.list(data.resolve("index"))) {
            return new TreeSet<>(all.map(path -> path.getFileName().toString()).toList());
        }
    }

    private static List<String> vectors(TestTwin twin) {
        return twin.objects().names("default/").stream()
                .filter(name -> name.contains("/vectors/"))
                .map(name -> name.split("/")[3])
                .distinct()
                .sorted()
                .toList();
    }

    private boolean asked(String text) {
        return service.asked().containsKey("words: " + text);
    }

    /** With these two documents, whose PDFs are lost, so that nobody can read them again. */
    private void filled() throws Exception {
        try (var twin = new TestTwin(data)) {
            var writer = client(twin);
            writer.uploaded("mill.pdf", Pdfs.of(MILL));
            writer.uploaded("ferry.pdf", Pdfs.of(FERRY));
            var pdfs = twin.objects().names("default/").stream()
                    .filter(name -> name.endsWith(".pdf"))
                    .toList();
            assertEquals(2, pdfs.size());
            twin.objects().delete(pdfs);
        }
    }

    @Test
    void while_another_model_takes_over_all_is_found_and_new_documents_too() throws Exception {
        filled();
        service.hold(FERRY);
        try (var twin = changed()) {
            Outage.await("the new model is asked", () -> asked(FERRY));
            finds(twin, "When does the ferry leave?", FERRY);
            client(twin).uploaded("inn.pdf", Pdfs.of("The inn has seven rooms."));
            finds(twin, "How many rooms are in the inn?", "The inn has seven rooms.");
            finds(twin, "When does the mill grind rye?", MILL);
            assertEquals(Set.of(OLD, NEW), indexes());
            assertFalse(asked("When does the ferry leave?"));
            assertEquals(List.of("bge-small-en-v1.5-q.384", "words.64"), vectors(twin));
        }
        try (var twin = changed()) { // stopped in the middle, and it goes on
            finds(twin, "When does the ferry leave?", FERRY);
            service.release();
            Outage.await("the old index is gone", () -> indexes().equals(Set.of(NEW)));
            finds(twin, "When does the ferry leave?", FERRY);
            finds(twin, "How many rooms are in the inn?", "The inn has seven rooms.");
            assertTrue(asked("When does the ferry leave?"));
            assertEquals(List.of("words.64"), vectors(twin));
        }
        assertEquals(1, service.asked().get("words: " + MILL));
        assertEquals(1, service.asked().get("words: The inn has seven rooms."));
    }

    @Test
    void a_new_index_of_the_same_model_is_filled_from_stored_vectors_alone() throws Exception {
        try (var twin = changed()) {
            client(twin).uploaded("mill.pdf", Pdfs.of(MILL));
            client(twin).uploaded("ferry.pdf", Pdfs.of(FERRY));
            assertEquals(Set.of(NEW), indexes());
            var asked = service.asked();
            twin.app().background().migration().again();
            Outage.await("the new index serves", () -> indexes().equals(Set.of("words.64.1-2")));
            assertEquals(asked, service.asked());
            finds(twin, "When does the ferry leave?", FERRY);
            client(twin).uploaded("inn.pdf", Pdfs.of("The inn has seven rooms."));
            finds(twin, "How many rooms are in the inn?", "The inn has seven rooms.");
        }
        try (var twin = changed()) {
            finds(twin, "When does the ferry leave?", FERRY);
            assertEquals(Set.of("words.64.1-2"), indexes());
        }
    }

    @Test
    void a_model_that_is_gone_leaves_keywords_until_the_other_has_taken_over() throws Exception {
        try (var twin = changed()) {
            client(twin).uploaded("ferry.pdf", Pdfs.of(FERRY));
        }
        var other = EmbeddingService.settings(service.address(), "other");
        service.hold("ferry leave"); // the passage and the question, asked of either model
        try (var twin = new TestTwin(data, other)) {
            Outage.await("the new model is asked", () -> service.asked().containsKey("other: " + FERRY));
            var found = search(twin, "When does the ferry leave?");
            assertEquals(FERRY, found.get("passages").get(0).get("text").textValue());
            assertEquals("[\"vector\"]", found.get("degraded").toString());
            service.release();
            Outage.await("the new index serves", () -> indexes().equals(Set.of("other.64.0-2")));
            finds(twin, "When does the ferry leave?", FERRY);
        }
    }

    @Test
    void back_to_the_model_before_in_the_middle_of_a_change_is_as_if_nothing_had_been() throws Exception {
        filled();
        service.hold(FERRY);
        try (var _ = changed()) {
            Outage.await("the new model is asked", () -> asked(FERRY));
        }
        service.release();
        try (var twin = new TestTwin(data)) {
            finds(twin, "When does the ferry leave?", FERRY);
            Outage.await("the other index is gone", () -> indexes().equals(Set.of(OLD)));
            finds(twin, "When does the ferry leave?", FERRY);
            assertEquals(List.of("bge-small-en-v1.5-q.384"), vectors(twin));
        }
    }
}
