package kb.histories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kb.ingest.PdfReader;
import kb.pages.Page;

/** Reads {@code %PDF-text:} and then pages with form feeds between them; everything else is damaged. */
public final class TextReader implements PdfReader {
    private static final String MARK = "%PDF-text:";

    private final AtomicInteger read = new AtomicInteger();

    public static byte[] pdf(String... pages) {
        return (MARK + String.join("\f", pages)).getBytes(StandardCharsets.UTF_8);
    }

    public int read() {
        return read.get();
    }

    @Override
    public Reading read(Path pdf, int first, Pages pages) {
        read.incrementAndGet();
        var text = text(pdf);
        if (!text.startsWith(MARK)) return new Reading.Unreadable(Reason.DAMAGED);
        var texts = text.substring(MARK.length()).split("\f", -1);
        for (int number = first; number <= texts.length; number++) {
            pages.take(new Page(number, 100, 100, texts[number - 1], List.of()), texts.length);
        }
        return new Reading.Complete(texts.length);
    }

    private static String text(Path pdf) {
        try {
            return Files.readString(pdf);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
