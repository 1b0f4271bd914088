package kb.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kb.http.Request;
import kb.http.Response;

/** Evaluates a folder's documents and questions, prints the figures, and compares them with earlier ones. */
public final class EvaluationCommand {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private EvaluationCommand() {}

    /**
     * What to evaluate.
     *
     * @param json where to write the figures
     * @param baseline figures written earlier
     */
    public record Order(Path folder, Optional<Path> json, Optional<Path> baseline) {}

    /** @param lines what to tell the person @param regressed whether a figure is worse than before */
    public record Answer(List<String> lines, boolean regressed) {}

    /** @throws IllegalStateException when the folder or a file is not as it must be; the message says what to do */
    public static Answer run(Order order, Function<Request, Response> service, String token, Consumer<String> progress)
            throws IOException {
        order.json().ifPresent(EvaluationCommand::demandPlace);
        var set = QuestionSet.in(order.folder());
        var before = order.baseline().map(EvaluationCommand::read);
        var subject = new Subject(service, token);
        subject.demandParts();
        var evaluation = new Evaluation(subject, progress);
        var report = evaluation.of(set);
        if (order.json().isPresent()) Files.write(order.json().get(), JSON.writeValueAsBytes(report));
        var lines = new ArrayList<>(Table.of(report, evaluation));
        var regressions = before.map(report::regressions).orElse(List.of());
        if (before.isPresent()) lines.add("");
        before.map(report::agreement).ifPresent(lines::addAll);
        lines.addAll(regressions);
        if (before.isPresent() && regressions.isEmpty()) lines.add("no figure is worse than in the baseline");
        return new Answer(lines, !regressions.isEmpty());
    }

    /** Before all the work is done. */
    private static void demandPlace(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder))
            throw new IllegalStateException(
                    "%s cannot be written: let --json name a file in a folder that is there".formatted(file));
    }

    private static Report read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Report.class);
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "%s is no file that --json wrote: name one, or leave --baseline out".formatted(file), unreadable);
        }
    }
}
