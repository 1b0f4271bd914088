package kb;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The evaluation questions: the boxes of what is cited lie where Poppler sees the quote. */
@Needs(RealPart.EVALUATION)
class BoxesEvaluationTest {
    private static final double SAME = 0.8;
    private static final double LEAST = 0.95;

    private final TestTwin twin = TestTwin.shared();
    private final Client client = Evaluation.reader(twin);

    @Test
    void boxes_of_citations_lie_where_the_quotes_stand() throws Exception {
        var poppler = RealPart.POPPLER.path();
        var truth = new HashMap<String, TrueBoxes>();
        Evaluation.articles(client);
        for (var pdf : pdfs()) truth.put(pdf.getFileName().toString(), TrueBoxes.of(poppler, pdf));
        var elsewhere = new ArrayList<String>();
        int citations = 0;
        for (var question : Evaluation.lines("retrieval/questions.jsonl")) {
            for (var citation : client.ask(question.get("question").textValue()).get("citations")) {
                var overlap = truth.get(citation.get("filename").textValue()).overlap(citation);
                if (overlap < SAME) elsewhere.add("%.2f %s".formatted(overlap, citation));
                citations++;
            }
        }
        var right = citations - elsewhere.size();
        System.out.printf("boxes where the quote stands (IoU of at least %.1f): %d of %d%n", SAME, right, citations);
        assertTrue(citations >= 90, "too few citations to say anything: " + citations);
        assertTrue(right >= LEAST * citations, () -> "elsewhere:\n" + String.join("\n", elsewhere));
    }

    private static List<Path> pdfs() throws Exception {
        try (var files = Files.list(Evaluation.folder().resolve("retrieval/pdfs"))) {
            return files.sorted().toList();
        }
    }
}
