package kb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Real documents with questions and expectations, in the folder that {@code KB_EVAL_DIR} names. */
public final class Evaluation {
    private Evaluation() {}

    public static Path folder() {
        return RealPart.EVALUATION.path();
    }

    /** The objects of a file that has one in each line. */
    public static List<JsonNode> lines(String file) throws IOException {
        var json = new ObjectMapper();
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(folder().resolve(file))) lines.add(json.readTree(line));
        return lines;
    }
}
