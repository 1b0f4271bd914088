package kb.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import kb.Evaluation;
import kb.LongPdf;
import kb.RealPart;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;

/** How much sooner a long document is read by two threads than by one: in turns, in one run, by the clock. */
public final class BothCoresBenchmark {
    private static final int PASSES = 5;
    private static final int WARMING = 2;

    private BothCoresBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("seconds, medians of " + PASSES + "             one     both    ratio");
        compare("600 pages of plain text", LongPdf.of(600));
        if (RealPart.EVALUATION.isThere()) compare("the evaluation's PDFs as one", joined());
    }

    /** The documents of the evaluation, one behind the other. */
    static byte[] joined() throws IOException {
        var merger = new PDFMergerUtility();
        try (var whole = new PDDocument()) {
            for (var folder : List.of("retrieval/pdfs", "financial/pdfs")) {
                try (var files = Files.list(Evaluation.folder().resolve(folder))) {
                    for (var file : files.sorted().toList()) {
                        try (var part = Loader.loadPDF(file.toFile())) {
                            merger.appendDocument(whole, part);
                        }
                    }
                }
            }
            var bytes = new ByteArrayOutputStream();
            whole.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void compare(String name, byte[] pdf) throws IOException {
        var file = Files.write(Files.createTempFile("both-cores", ".pdf"), pdf);
        try {
            var one = new ArrayList<Double>();
            var both = new ArrayList<Double>();
            for (int i = 0; i < WARMING + PASSES; i++) {
                var alone = seconds(new PdfBoxReader(1), file);
                var together = seconds(new PdfBoxReader(2), file);
                if (i < WARMING) continue;
                one.add(alone);
                both.add(together);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %8.2f %8.2f %8.2f%n",
                    name,
                    median(one),
                    median(both),
                    median(both) / median(one));
        } finally {
            Files.delete(file);
        }
    }

    private static double median(List<Double> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }

    private static double seconds(PdfBoxReader reader, Path file) {
        var pages = new AtomicInteger();
        var began = System.nanoTime();
        reader.read(file, 1, (_, _) -> pages.incrementAndGet());
        return (System.nanoTime() - began) / 1e9;
    }
}
