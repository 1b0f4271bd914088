package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kb.lambda.HttpEntry;

/** Real documents with questions and expectations, in the folder that {@code KB_EVAL_DIR} names. */
public final class Evaluation {
    /** The articles' own in the shared twin. */
    private static final String ARTICLES = "articles";

    private Evaluation() {}

    public static Path folder() {
        return RealPart.EVALUATION.path();
    }

    /** A writer of the tenant that has the articles and no other document. */
    static Client reader(TestTwin twin) {
        return new Client(new LambdaEvents(new HttpEntry(twin.app().router())), twin, ARTICLES, "wren", "manager");
    }

    /** The articles' ids by their names; they are read once, however many tests ask about them. */
    static Map<String, String> articles(Client reader) throws Exception {
        var ids = new HashMap<String, String>();
        try (var pdfs = Files.list(folder().resolve("retrieval/pdfs"))) {
            for (var pdf : pdfs.sorted().toList()) {
                var name = pdf.getFileName().toString();
                ids.put(name, reader.kept(name, Files.readAllBytes(pdf)));
            }
        }
        assertEquals(4, ids.size());
        return ids;
    }

    /** The objects of a file that has one in each line. */
    public static List<JsonNode> lines(String file) throws IOException {
        var json = new ObjectMapper();
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(folder().resolve(file))) lines.add(json.readTree(line));
        return lines;
    }
}
