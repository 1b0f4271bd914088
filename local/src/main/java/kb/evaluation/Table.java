package kb.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The figures as a person reads them. */
final class Table {
    private Table() {}

    static List<String> of(Report report, Evaluation evaluation) {
        var lines = new ArrayList<String>();
        lines.add("%d documents, %d pages, %d chunks, %d questions"
                .formatted(report.documents(), report.pages(), report.chunks(), report.questions()));
        lines.add("");
        lines.add(row("", List.copyOf(Evaluation.WAYS.keySet())));
        for (var figure : report.ways().get("fused").figures().keySet()) {
            lines.add(row(figure, cells(way -> "%.4f"
                    .formatted(report.ways().get(way).figures().get(figure)))));
        }
        lines.add(row("milliseconds, median", cells(way -> "%.1f".formatted(evaluation.milliseconds(way, 0.5)))));
        lines.add(row("milliseconds, 95 %", cells(way -> "%.1f".formatted(evaluation.milliseconds(way, 0.95)))));
        lines.add("");
        lines.addAll(answers(report.answers()));
        lines.add("");
        lines.addAll(report.answers().curve().lines());
        return lines;
    }

    private static List<String> answers(Answers answers) {
        return List.of(
                "answered %d of %d, right page cited %d, right answer quoted %d of %d"
                        .formatted(
                                answers.answered(),
                                answers.answerable(),
                                answers.rightPageCited(),
                                answers.rightAnswerQuoted(),
                                answers.answersStated()),
                "declined %d of %d unanswerable".formatted(answers.unanswerableDeclined(), answers.unanswerable()));
    }

    private static List<String> cells(Function<String, String> cell) {
        return Evaluation.WAYS.keySet().stream().map(cell).toList();
    }

    private static String row(String name, List<String> cells) {
        return String.format(Locale.ROOT, "%-22s %9s %9s %9s", name, cells.get(0), cells.get(1), cells.get(2));
    }
}
