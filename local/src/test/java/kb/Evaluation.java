package kb;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Real documents with questions and expectations, which are not ours to copy: {@code KB_EVAL_DIR} says where they lie. */
public final class Evaluation {
    private Evaluation() {}

    /** Skips the test, or fails it with {@code KB_REQUIRE=all}, when there is no such folder. */
    public static Path folder() {
        var name = System.getenv("KB_EVAL_DIR");
        var present = name != null && Files.isDirectory(Path.of(name));
        var complaint = "skipped: KB_EVAL_DIR names no folder of evaluation data";
        if ("all".equals(System.getenv("KB_REQUIRE"))) assertTrue(present, complaint);
        assumeTrue(present, complaint);
        return Path.of(name);
    }

    /** The objects of a file that has one in each line. */
    public static List<JsonNode> lines(String file) throws IOException {
        var json = new ObjectMapper();
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(folder().resolve(file))) lines.add(json.readTree(line));
        return lines;
    }
}
