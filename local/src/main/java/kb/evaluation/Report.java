package kb.evaluation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All figures of one evaluation, equal for equal documents, questions and program.
 *
 * @param ways how well {@code keyword}, {@code vector} and {@code fused} find the right pages
 * @param firsts what each of them puts first; none in figures of before
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Report(
        int documents,
        int pages,
        int chunks,
        int questions,
        Map<String, Quality> ways,
        Map<String, Firsts> firsts,
        Answers answers) {
    /** What a figure may fall by before it is a regression: the figures of two machines differ in the last places. */
    private static final double TOLERANCE = 0.001;

    Report {
        ways = Map.copyOf(ways);
        firsts = firsts == null ? Map.of() : Map.copyOf(firsts);
        Objects.requireNonNull(answers);
    }

    /** Each figure that is worse here than there, as a sentence; of kinds of questions that only one of them has there is none. */
    List<String> regressions(Report before) {
        var worse = new ArrayList<String>();
        if (answers.answerable() > 0)
            before.ways().keySet().stream().sorted().forEach(way -> compare(worse, way, before));
        var now = answers.shares();
        before.answers().shares().forEach((name, then) -> fall(worse, name, then, now.getOrDefault(name, then)));
        return worse;
    }

    private void compare(List<String> worse, String way, Report before) {
        var now = ways.containsKey(way) ? ways.get(way).figures() : Map.<String, Double>of();
        before.ways()
                .get(way)
                .figures()
                .forEach((name, then) -> fall(worse, way + " " + name, then, now.getOrDefault(name, 0.0)));
    }

    private static void fall(List<String> worse, String name, double then, double now) {
        if (now < then - TOLERANCE) worse.add("%s fell from %.4f to %.4f".formatted(name, then, now));
    }

    /** How alike the two are, whatever is right: of two engines, or of two versions of one. */
    List<String> agreement(Report before) {
        var lines = new ArrayList<String>();
        if (documents != before.documents() || questions != before.questions())
            lines.add("the baseline is of %d documents and %d questions"
                    .formatted(before.documents(), before.questions()));
        for (var way : Evaluation.WAYS.keySet()) {
            if (!firsts.containsKey(way) || !before.firsts().containsKey(way)) continue;
            var agreement = firsts.get(way).with(before.firsts().get(way));
            lines.add("%s search: the same document first as in the baseline for %d of %d questions"
                    .formatted(way, agreement.same(), agreement.questions()));
        }
        return lines;
    }
}
