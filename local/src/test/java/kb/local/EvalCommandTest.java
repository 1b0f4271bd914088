package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who measures the product on documents of their own. */
@Timeout(180)
class EvalCommandTest {
    private static final String QUESTION =
            "{\"id\": \"1\", \"question\": \"Who founded the local history collection?\", \"document\": \"sample.pdf\","
                    + " \"pages\": [2], \"answers\": [\"Ada Merrow\"]}\n";
    private static final String UNANSWERABLE = "{\"id\": \"2\", \"question\": \"What is the capital of Mongolia?\"}\n";

    /** Of a twin that shares all it has with others. */
    private static final Map<String, String> SHARING =
            Map.of("STORE", "dynamodb", "FILES", "s3", "HOST", "0.0.0.0", "S3_PORT", "1", "JWT_ALGORITHM", "RS256");

    @TempDir
    Path folder;

    private TwinProcess.Ended eval(String... arguments) throws Exception {
        var words = new String[arguments.length + 1];
        words[0] = "eval";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return TwinProcess.run(folder, SHARING, words);
    }

    private Path set(String questions) throws IOException {
        var set = Files.createDirectories(folder.resolve("set"));
        Files.copy(Path.of("../postman/sample.pdf"), set.resolve("sample.pdf"));
        Files.writeString(set.resolve("questions.jsonl"), questions);
        return set;
    }

    @Test
    void figures_are_printed_written_and_compared() throws Exception {
        set(QUESTION + UNANSWERABLE);
        var first = eval("set", "--json", "figures.json");
        assertEquals("", first.errors());
        assertEquals(0, first.status());
        assertTrue(first.output().contains("right page@1"), first::output);
        assertTrue(
                first.output().contains("answered 1 of 1, right page cited 1, right answer quoted 1 of 1"),
                first::output);
        assertTrue(first.output().contains("declined 1 of 1 unanswerable"), first::output);
        assertTrue(first.output().contains("          0.45          1          1\n"), first::output);
        assertTrue(Files.notExists(folder.resolve("data")), "it leaves something behind");

        var figures = (ObjectNode)
                new ObjectMapper().readTree(folder.resolve("figures.json").toFile());
        assertEquals(2, figures.get("questions").intValue());
        assertEquals(1, figures.get("ways").get("fused").get("recall_at1").doubleValue());

        assertEquals(10, figures.at("/answers/curve/points").size());

        // as if one more had been declined before
        ((ObjectNode) figures.get("answers")).put("unanswerable_declined", 2);
        Files.writeString(folder.resolve("better.json"), figures.toString());
        var worse = eval("set", "--baseline", "better.json", "--json", "again.json");
        assertEquals(1, worse.status());
        assertEquals("""

                keyword search: the same document first as in the baseline for 1 of 1 questions
                vector search: the same document first as in the baseline for 1 of 1 questions
                fused search: the same document first as in the baseline for 1 of 1 questions
                unanswerable declined fell from 2.0000 to 1.0000
                """, worse.output().substring(worse.output().lastIndexOf("\n\n") + 1));
        assertEquals(Files.readString(folder.resolve("figures.json")), Files.readString(folder.resolve("again.json")));
    }

    @Test
    void a_reason_not_to_evaluate_is_told_as_an_error() throws Exception {
        var refused = eval("none");
        assertEquals(1, refused.status());
        assertEquals(
                "not evaluated: there is no folder none: name one with PDFs and questions.jsonl", refused.firstError());
    }

    @Test
    void told_to_stop_while_it_embeds_it_ends_and_leaves_nothing_behind() throws Exception {
        var temporary = Files.createDirectories(folder.resolve("temporary"));
        var set = set(QUESTION);
        var pages = new String[300];
        for (int i = 0; i < pages.length; i++) pages[i] = "The ferry of day " + i + " leaves at nine from its quay.";
        Files.write(set.resolve("long.pdf"), kb.Pdfs.of(pages));
        var command = new ArrayList<>(JavaProgram.command(Main.class, List.of("eval", "set")));
        command.add(1, "-Djava.io.tmpdir=" + temporary);
        var process = JavaProgram.builder(folder, Map.of(), command)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        try {
            while (!embedded(temporary)) assertTrue(process.isAlive(), () -> read(folder.resolve("errors.txt")));
            process.destroy();
            assertTrue(process.waitFor(Duration.ofSeconds(20)));
            assertEquals(143, process.exitValue(), () -> read(folder.resolve("errors.txt")));
        } finally {
            process.destroyForcibly();
        }
        assertEquals("", read(folder.resolve("output.txt")));
        assertEquals(List.of(), kept(temporary, "knowledge-base"));
        assertEquals(List.of(), kept(folder, "hs_err"));
    }

    private static boolean embedded(Path temporary) {
        return kept(temporary, "knowledge-base-evaluation").stream().anyMatch(EvalCommandTest::holdsVectors);
    }

    private static boolean holdsVectors(Path data) {
        try (var all = Files.walk(data)) {
            return all.anyMatch(path -> path.toString().contains("/vectors"));
        } catch (IOException | UncheckedIOException changing) {
            return false; // a file that went meanwhile: the next look tells
        }
    }

    private static List<Path> kept(Path folder, String beginning) {
        try (var all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().startsWith(beginning))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void a_folder_is_needed() throws Exception {
        var wrong = eval("--json");
        assertEquals(2, wrong.status());
        assertEquals("kb: --json needs a file", wrong.firstError());
        assertEquals("kb: eval needs a folder with PDFs and questions.jsonl", eval().firstError());
    }
}
