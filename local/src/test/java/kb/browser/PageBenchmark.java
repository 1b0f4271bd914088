package kb.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How soon the page is painted and can be used, in a browser that has not seen it and in one that has. */
final class PageBenchmark {
    private static final int VISITS = 20;
    private static final String MEASURED = """
            () => [performance.getEntriesByName('first-contentful-paint')[0].startTime,
                   performance.getEntriesByName('usable')[0].startTime]""";

    private static final String PAINTED = "() => [performance.getEntriesByName('first-contentful-paint')[0].startTime]";

    private PageBenchmark() {}

    /** @param arguments a folder to work in, and that of the browser's tools */
    public static void main(String[] arguments) throws Exception {
        Tools.fetched(Path.of(arguments[1]));
        Files.createDirectories(Path.of(arguments[0]));
        try (var served = new Served(Files.createTempDirectory(Path.of(arguments[0]), "page"), Map.of())) {
            var token = served.token("admin");
            measure(served, token, 3); // the server's own first requests
            print(measure(served, token, VISITS));
        }
        System.exit(0); // Playwright keeps its driver
    }

    /** @param text of a line of text, which is what the browser takes by itself */
    private record Visits(List<double[]> text, List<double[]> first, List<double[]> again) {}

    private static Visits measure(Served served, String token, int visits) {
        var all = new Visits(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < visits; i++) {
            try (var visit = served.visit(Visit.View.DESKTOP)) {
                all.text().add(measured(visit.page(), served.address() + "/health", PAINTED));
            }
            try (var visit = served.visit(Visit.View.DESKTOP).as(token)) {
                all.first().add(measured(visit.page(), served.address() + "/", MEASURED));
                all.again().add(measured(visit.page(), served.address() + "/", MEASURED));
            }
        }
        return all;
    }

    private static double[] measured(Page page, String address, String measured) {
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
        var times = (List<?>) page.evaluate(measured);
        return times.stream().mapToDouble(time -> ((Number) time).doubleValue()).toArray();
    }

    private static void print(Visits visits) {
        System.out.printf("median of %d visits, in milliseconds    painted   usable%n", VISITS);
        System.out.printf("a line of text, for comparison         %8.0f%n", median(visits.text(), 0));
        System.out.printf(
                "a browser that has not seen it         %8.0f %8.0f%n",
                median(visits.first(), 0), median(visits.first(), 1));
        System.out.printf(
                "one that has                           %8.0f %8.0f%n",
                median(visits.again(), 0), median(visits.again(), 1));
    }

    private static double median(List<double[]> all, int which) {
        return all.stream()
                .mapToDouble(one -> one[which])
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
