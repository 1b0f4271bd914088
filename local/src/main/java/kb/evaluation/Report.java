package kb.evaluation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All figures of one evaluation, equal for equal documents, questions and program.
 *
 * @param ways how well {@code keyword}, {@code vector} and {@code fused} find the right pages
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Report(int documents, int pages, int chunks, int questions, Map<String, Quality> ways, Answers answers) {
    /** What a figure may fall by before it is a regression: the figures of two machines differ in the last places. */
    private static final double TOLERANCE = 0.001;

    Report {
        ways = Map.copyOf(ways);
    }

    /** Each figure that is worse here than there, as a sentence. */
    List<String> regressions(Report before) {
        var worse = new ArrayList<String>();
        before.ways().keySet().stream().sorted().forEach(way -> {
            var then = before.ways().get(way).figures();
            var now = ways.containsKey(way) ? ways.get(way).figures() : Map.<String, Double>of();
            then.forEach((name, figure) -> fall(worse, way + " " + name, figure, now.getOrDefault(name, 0.0)));
        });
        fall(
                worse,
                "answered",
                share(before.answers().answered(), before.answers().answerable()),
                share(answers.answered(), answers.answerable()));
        fall(
                worse,
                "right answer quoted",
                share(before.answers().rightAnswerQuoted(), before.answers().answerable()),
                share(answers.rightAnswerQuoted(), answers.answerable()));
        fall(
                worse,
                "unanswerable declined",
                share(before.answers().unanswerableDeclined(), before.answers().unanswerable()),
                share(answers.unanswerableDeclined(), answers.unanswerable()));
        return worse;
    }

    private static void fall(List<String> worse, String name, double then, double now) {
        if (now < then - TOLERANCE) worse.add("%s fell from %.4f to %.4f".formatted(name, then, now));
    }

    private static double share(int some, int all) {
        return all == 0 ? 1 : (double) some / all;
    }
}
