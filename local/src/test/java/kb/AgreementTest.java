package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kb.lambda.HttpEntry;
import kb.weaviate.WeaviateServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The evaluation articles in two twins, one with Lucene and one with Weaviate: what is found does not depend on the engine. */
@Needs(RealPart.EVALUATION)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementTest {
    private static final double LEAST = 0.98;

    @TempDir
    static Path folder;

    private final List<Knowledge> both = new ArrayList<>();

    /** A twin that has read the articles. @param filenames by the ids that it gave them */
    private record Knowledge(TestTwin twin, Client client, Map<String, String> filenames) {
        static Knowledge of(Path data, Map<String, String> settings) throws Exception {
            var twin = new TestTwin(data, settings);
            var client = new Client(
                    new LambdaEvents(new HttpEntry(twin.app().router())), twin, "agreement", "wren", "manager");
            var filenames = new HashMap<String, String>();
            try (var pdfs = Files.list(Evaluation.folder().resolve("retrieval/pdfs"))) {
                for (var pdf : pdfs.sorted().toList()) {
                    var name = pdf.getFileName().toString();
                    filenames.put(client.uploaded(name, Files.readAllBytes(pdf)), name);
                }
            }
            return new Knowledge(twin, client, filenames);
        }

        /** The best passage. */
        Found best(String question, List<String> legs) throws Exception {
            var asked = Map.of("query", question, "limit", 1, "legs", legs);
            var passage = client.sendJson("POST", "/search", asked)
                    .json()
                    .get("passages")
                    .get(0);
            var document = filenames.get(passage.get("document_id").textValue());
            return new Found(document, passage.get("page").intValue(), passage.get("span"));
        }
    }

    private record Found(String document, int page, JsonNode span) {}

    @BeforeAll
    void read() throws Exception {
        var weaviate = WeaviateServer.running();
        both.add(Knowledge.of(folder.resolve("lucene"), Map.of()));
        both.add(Knowledge.of(
                folder.resolve("weaviate"),
                Map.of("WEAVIATE_URL", weaviate.address().toString(), "WEAVIATE_API_KEY", WeaviateServer.KEY)));
        assertEquals(4, both.getFirst().filenames().size());
    }

    @AfterAll
    void close() throws Exception {
        for (var knowledge : both) knowledge.twin().close();
    }

    @Test
    void the_best_document_is_the_same_and_nearly_always_the_best_passage() throws Exception {
        for (var legs : List.of(List.of("keyword"), List.of("vector"), List.of("keyword", "vector"))) {
            int documents = 0;
            int passages = 0;
            var differ = new ArrayList<String>();
            var questions = Evaluation.lines("retrieval/questions.jsonl");
            for (var line : questions) {
                var question = line.get("question").textValue();
                var lucene = both.getFirst().best(question, legs);
                var weaviate = both.getLast().best(question, legs);
                if (lucene.equals(weaviate)) passages++;
                if (lucene.document().equals(weaviate.document())) documents++;
                else differ.add(question);
            }
            var share = (double) documents / questions.size();
            System.out.printf(
                    "Lucene and Weaviate by %s: same best document for %d of %d questions (%.1f %%), same passage for %d%n",
                    legs, documents, questions.size(), 100 * share, passages);
            assertTrue(share >= LEAST, () -> legs + ": " + String.join("\n", differ));
            assertTrue(passages >= 0.95 * questions.size(), legs + ": the same passage for only " + passages);
        }
    }
}
