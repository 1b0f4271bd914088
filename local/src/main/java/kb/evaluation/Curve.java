package kb.evaluation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How many questions would be answered, and how many declined, for each least evidence that an answer needs. */
record Curve(List<Point> points) {
    private static final int FIRST = 6;
    private static final int LAST = 15;
    private static final double STEP = 0.05;

    /** @param answered of the answerable questions @param declined of the unanswerable ones */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Point(double leastEvidence, int answered, int declined) {}

    /** @param answerable the evidence for each of these questions, likewise {@code unanswerable} */
    static Curve of(List<Double> answerable, List<Double> unanswerable) {
        return new Curve(IntStream.rangeClosed(FIRST, LAST)
                .mapToDouble(step -> Rounded.to4(step * STEP))
                .mapToObj(least -> new Point(
                        least,
                        (int) answerable.stream().filter(one -> one >= least).count(),
                        (int) unanswerable.stream().filter(one -> one < least).count()))
                .toList());
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("least evidence   answered   declined unanswerable");
        for (var point : points) {
            lines.add(String.format(
                    Locale.ROOT, "%14.2f %10d %10d", point.leastEvidence(), point.answered(), point.declined()));
        }
        return lines;
    }
}
