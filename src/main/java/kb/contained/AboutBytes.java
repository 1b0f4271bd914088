package kb.contained;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import kb.pages.About;
import kb.pages.PageLabels;

/** What a file says of itself, as bytes: two texts with their lengths, two times in seconds, what the pages are called. */
final class AboutBytes {
    private static final long NEVER = Long.MIN_VALUE;
    private static final int LONGEST = 4 * About.LONGEST;

    private AboutBytes() {}

    static ByteBuffer write(About about) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, about.title());
            write(out, about.author());
            out.writeLong(about.createdAt().map(Instant::getEpochSecond).orElse(NEVER));
            out.writeLong(about.modifiedAt().map(Instant::getEpochSecond).orElse(NEVER));
            write(out, about.labels());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    static void write(DataOutputStream out, Optional<String> text) throws IOException {
        var bytes = text.orElse("").getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void write(DataOutputStream out, PageLabels labels) throws IOException {
        out.writeInt(labels.ranges().size());
        for (var range : labels.ranges()) {
            out.writeInt(range.page());
            write(out, Optional.of(range.prefix()));
            out.writeInt(range.style().ordinal());
            out.writeInt(range.first());
        }
    }

    /** @throws Garbled when it is none */
    static About read(ByteBuffer bytes) {
        try {
            var about = new About(text(bytes), text(bytes), time(bytes), time(bytes), labels(bytes));
            if (bytes.hasRemaining()) throw new Garbled("more than what a file says of itself");
            return about;
        } catch (BufferUnderflowException | DateTimeException | IllegalArgumentException none) {
            throw new Garbled("not what a file says of itself");
        }
    }

    private static PageLabels labels(ByteBuffer bytes) {
        var count = bytes.getInt();
        if (count < 0 || count > PageLabels.MOST_RANGES) throw new Garbled("no such ranges");
        var ranges = new ArrayList<PageLabels.Range>();
        for (int i = 0; i < count; i++) {
            var page = bytes.getInt();
            var prefix = said(bytes);
            var style = bytes.getInt();
            var styles = PageLabels.Style.values();
            if (style < 0 || style >= styles.length) throw new Garbled("no such style");
            ranges.add(new PageLabels.Range(page, prefix, styles[style], bytes.getInt()));
        }
        return new PageLabels(ranges);
    }

    private static Optional<String> text(ByteBuffer bytes) {
        return About.line(said(bytes));
    }

    static String said(ByteBuffer bytes) {
        var length = bytes.getInt();
        if (length < 0 || length > LONGEST) throw new Garbled("too long a text");
        var text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static Optional<Instant> time(ByteBuffer bytes) {
        var seconds = bytes.getLong();
        return seconds == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }
}
