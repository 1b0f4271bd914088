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
import java.util.Optional;
import kb.pages.About;

/** What a file says of itself, as bytes: two texts with their lengths, two times in seconds. */
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
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, Optional<String> text) throws IOException {
        var bytes = text.orElse("").getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** @throws Garbled when it is none */
    static About read(ByteBuffer bytes) {
        try {
            var about = new About(text(bytes), text(bytes), time(bytes), time(bytes));
            if (bytes.hasRemaining()) throw new Garbled("more than what a file says of itself");
            return about;
        } catch (BufferUnderflowException | DateTimeException none) {
            throw new Garbled("not what a file says of itself");
        }
    }

    private static Optional<String> text(ByteBuffer bytes) {
        var length = bytes.getInt();
        if (length < 0 || length > LONGEST) throw new Garbled("too long a text");
        var text = new byte[length];
        bytes.get(text);
        return About.line(new String(text, StandardCharsets.UTF_8));
    }

    private static Optional<Instant> time(ByteBuffer bytes) {
        var seconds = bytes.getLong();
        return seconds == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }
}
