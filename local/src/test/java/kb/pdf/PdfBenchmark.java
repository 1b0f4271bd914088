package kb.pdf;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kb.Evaluation;
import kb.RealPart;

/** How many pages are read in a second of a processor, beside what two other programs make of the same files: in turns, in one run. */
public final class PdfBenchmark {
    private static final int PASSES = 5;
    private static final int WARMING = 12;
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([0-9.]+)s");
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** What a file is given to, in a shell's words. */
    private static final Map<String, String> OTHERS = new LinkedHashMap<>();

    static {
        OTHERS.put("mutool draw -F stext", "mutool draw -q -F stext -o /dev/null \"$1\"");
        OTHERS.put("pdftotext", "pdftotext \"$1\" /dev/null");
    }

    private final List<Path> files;

    private PdfBenchmark(List<Path> files) {
        this.files = files;
    }

    public static void main(String[] arguments) throws Exception {
        if (!RealPart.EVALUATION.isThere()) {
            System.out.println("nothing to read: let KB_EVAL_DIR name the folder of the evaluation's documents");
            return;
        }
        var files = new ArrayList<Path>();
        for (var folder : List.of("retrieval/pdfs", "financial/pdfs")) {
            try (var all = Files.list(Evaluation.folder().resolve(folder))) {
                all.sorted().forEach(files::add);
            }
        }
        new PdfBenchmark(files).report();
    }

    private void report() throws IOException, InterruptedException {
        var pages = 0;
        for (int i = 0; i < WARMING; i++) pages = read();
        System.out.printf(Locale.ROOT, "%d pages of %d files, %d passes%n", pages, files.size(), PASSES);
        var seconds = new LinkedHashMap<String, List<Double>>();
        for (int i = 0; i < PASSES; i++) {
            add(seconds, "this reader, warm", ours());
            for (var other : OTHERS.entrySet()) {
                if (isThere(other.getKey())) add(seconds, other.getKey(), others(other.getValue()));
            }
        }
        System.out.println("pages per CPU second      median    least     most");
        for (var each : seconds.entrySet()) {
            var sorted = each.getValue().stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %7.0f  %7.0f  %7.0f%n",
                    each.getKey(),
                    pages / sorted[sorted.length / 2],
                    pages / sorted[sorted.length - 1],
                    pages / sorted[0]);
        }
    }

    private static void add(Map<String, List<Double>> seconds, String name, double took) {
        seconds.computeIfAbsent(name, _ -> new ArrayList<>()).add(took);
    }

    private int read() {
        var pages = new AtomicInteger();
        var reader = new PdfBoxReader();
        for (var file : files) reader.read(file, 1, (_, _) -> pages.incrementAndGet());
        return pages.get();
    }

    /** Of the whole process, with what the collector and the compiler take. */
    private double ours() {
        var before = PROCESS.getProcessCpuTime();
        read();
        return (PROCESS.getProcessCpuTime() - before) / 1e9;
    }

    private static boolean isThere(String program) {
        var name = program.split(" ")[0];
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** As a shell counts the time of what it started. */
    private double others(String command) throws IOException, InterruptedException {
        var script = "for file; do set -- \"$file\"; " + command + "; done 2>/dev/null; times";
        var line = Stream.concat(
                Stream.of("sh", "-c", script, "sh"), files.stream().map(Path::toString));
        var process = new ProcessBuilder(line.toList()).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IOException(command);
        var times = TIMES.matcher(said.lines().toList().getLast());
        var seconds = 0.0;
        while (times.find()) seconds += 60 * Integer.parseInt(times.group(1)) + Double.parseDouble(times.group(2));
        return seconds;
    }
}
