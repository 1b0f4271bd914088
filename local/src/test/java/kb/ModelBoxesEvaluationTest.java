package kb;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static kb.llm.ChatProvider.PATH;
import static kb.llm.ChatProvider.WRITING;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import kb.llm.ChatProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A model that quotes some words out of the middle of each passage: their boxes lie where Poppler sees these words. */
@Needs(RealPart.EVALUATION)
class ModelBoxesEvaluationTest {
    private static final double SAME = 0.8;
    private static final double LEAST = 0.95;
    private static final int QUESTIONS = 20;
    private static final Random RANDOM = new Random(7);

    @RegisterExtension
    static final ChatProvider PROVIDER = new ChatProvider((_, material) -> quoting(material));

    /** From each passage as many words as a model would, wherever a line ends. */
    private static String quoting(String material) {
        var passages = material.split("(?m)^passage (?=\\d+$)");
        var answer = new StringBuilder();
        for (int number = 1; number < passages.length; number++) {
            var words = passages[number]
                    .lines()
                    .filter(line -> line.startsWith("text|"))
                    .flatMap(line ->
                            List.of(line.substring("text|".length()).strip().split("\\s+")).stream())
                    .toList();
            var many = Math.min(words.size(), RANDOM.nextInt(5, 20));
            var from = RANDOM.nextInt(words.size() - many + 1);
            var quote = words.subList(from, from + many).stream().collect(Collectors.joining(" "));
            answer.append("say| ").append(quote).append("\nquote ").append(number);
            answer.append("| ").append(quote).append('\n');
        }
        return answer.toString();
    }

    @Test
    void boxes_of_what_a_model_quotes_lie_where_it_stands(@TempDir Path folder) throws Exception {
        PROVIDER.stubFor(post(PATH).willReturn(WRITING));
        var pdf = shortest();
        var truth = TrueBoxes.of(RealPart.POPPLER.path(), pdf);
        var elsewhere = new ArrayList<String>();
        var citations = 0;
        try (var twin = new ModelTwin(folder, PROVIDER)) {
            var client = twin.visitor(twin.frontEnds().getLast());
            client.uploaded(pdf.getFileName().toString(), Files.readAllBytes(pdf));
            for (var question : questions(pdf)) {
                for (var citation : client.ask(question).get("citations")) {
                    var overlap = truth.overlap(citation);
                    if (overlap < SAME) elsewhere.add("%.2f %s".formatted(overlap, citation));
                    citations++;
                }
            }
        }
        var all = citations;
        System.out.printf(
                "boxes where a model's quote stands (IoU of at least %.1f): %d of %d%n",
                SAME, all - elsewhere.size(), all);
        assertTrue(all >= 50, () -> "too few citations to say anything: " + all);
        assertTrue(elsewhere.size() <= (1 - LEAST) * all, () -> "elsewhere:\n" + String.join("\n", elsewhere));
    }

    private static Path shortest() throws Exception {
        try (var files = Files.list(Evaluation.folder().resolve("retrieval/pdfs"))) {
            return files.min(Comparator.comparing(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    private static List<String> questions(Path pdf) throws Exception {
        var name = pdf.getFileName().toString();
        return Evaluation.lines("retrieval/questions.jsonl").stream()
                .filter(question -> question.toString().contains(name))
                .limit(QUESTIONS)
                .map(question -> question.get("question").textValue())
                .toList();
    }
}
