package kb.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Standard output, which knows why something of it was not written: a print stream keeps that to itself. */
final class Printed extends FilterOutputStream {
    private static final String NOBODY_READS_ON = "Broken pipe";

    private final AtomicReference<String> trouble = new AtomicReference<>("");

    private Printed(OutputStream out) {
        super(out);
    }

    /** From now on it is where everything is printed. */
    static Printed begun() {
        var printed = new Printed(new FileOutputStream(FileDescriptor.out));
        System.setOut(new PrintStream(printed, true, System.out.charset()));
        return printed;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException unwritten) {
            trouble.set(String.valueOf(unwritten.getMessage()));
            throw unwritten;
        }
    }

    /** Empty when all was written, and when whoever read it has enough. */
    Optional<String> trouble() {
        System.out.flush();
        return Optional.of(trouble.get()).filter(why -> !why.isEmpty() && !why.equals(NOBODY_READS_ON));
    }
}
