package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import kb.pages.Coverage;
import kb.pages.PageCoverage;

/**
 * What a reader of a document should know before relying on it: a code each, then the pages it holds for.
 *
 * <p>{@code pages_without_text: 3, 7-9}; of many, the first.
 */
final class Warnings {
    private static final int MOST_RUNS = 10;

    private Warnings() {}

    static List<String> of(List<PageCoverage> pages) {
        var warnings = new ArrayList<String>();
        if (pages.stream().allMatch(page -> page.coverage().source() == Coverage.Source.NONE)) warnings.add("no_text");
        else add(warnings, "pages_without_text", pages, coverage -> coverage.lacksText() && !coverage.unreadable());
        add(warnings, "pages_unreadable", pages, Coverage::unreadable);
        add(warnings, "pages_garbled", pages, Coverage::hasGarbage);
        add(warnings, "hidden_text", pages, coverage -> coverage.hidden() > 0);
        return warnings;
    }

    private static void add(List<String> warnings, String code, List<PageCoverage> pages, Predicate<Coverage> wanted) {
        var numbers = pages.stream()
                .filter(page -> wanted.test(page.coverage()))
                .map(PageCoverage::page)
                .toList();
        if (!numbers.isEmpty()) warnings.add(code + ": " + runs(numbers));
    }

    private static String runs(List<Integer> numbers) {
        var runs = new ArrayList<String>();
        for (int i = 0; i < numbers.size(); ) {
            var first = i++;
            while (i < numbers.size() && numbers.get(i) == numbers.get(i - 1) + 1) i++;
            if (runs.size() == MOST_RUNS) return String.join(", ", runs) + ", …";
            runs.add(i - first == 1 ? "" + numbers.get(first) : numbers.get(first) + "-" + numbers.get(i - 1));
        }
        return String.join(", ", runs);
    }
}
