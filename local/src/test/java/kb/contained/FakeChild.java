package kb.contained;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import kb.ingest.PdfReader.Reason;
import kb.pages.Page;

/** A child that does what the property {@code manner} says. */
final class FakeChild {
    private static final DataOutputStream OUT = new DataOutputStream(System.out);

    private FakeChild() {}

    public static void main(String[] arguments) throws IOException {
        var manner = System.getProperty("manner");
        if (manner.equals("never starts")) System.exit(1);
        var requests = new DataInputStream(System.in);
        while (true) {
            var request = Request.read(requests);
            if (manner.equals("starts and hangs")) hang();
            if (manner.equals("tells its surroundings")) tell();
            Frame.of(Frame.Kind.BEGUN).write(OUT);
            behave(manner, request);
        }
    }

    private static void behave(String manner, Request request) throws IOException {
        switch (manner) {
            case "exits" -> System.exit(0);
            case "exits out of memory" -> System.exit(Command.OUT_OF_MEMORY);
            case "has memory for one thread" -> {
                var reading = (Request.Reading) request;
                for (int i = reading.first(); i <= (reading.alone() ? 50 : 20); i++) page(i, 50);
                if (!reading.alone()) System.exit(Command.OUT_OF_MEMORY);
                Frame.complete(50).write(OUT);
            }
            case "has memory for no long document" -> {
                page(((Request.Reading) request).first(), 50);
                System.exit(Command.OUT_OF_MEMORY);
            }
            case "fills its memory" -> fill();
            case "kills itself" -> kill("KILL");
            case "is asked to end" -> kill("TERM");
            case "hangs" -> hang();
            case "hangs after a page" -> {
                page(1, 2);
                hang();
            }
            case "dawdles" -> {
                for (int i = 1; i <= 5_000; i++) page(i, 5_000);
                hang();
            }
            case "writes garbage" -> System.out.write("# A fatal error has been detected".getBytes());
            case "writes without end" -> {
                var garbage = new byte[100_000];
                while (true) System.out.write(garbage);
            }
            case "says pages without end" -> {
                for (int i = 1; true; i++) page(i, 2);
            }
            case "says too much" -> {
                var text = "x".repeat(7_900_000);
                for (int i = 1; true; i++) page(new Page(i, 9, 9, text, List.of()), 2);
            }
            case "announces gigabytes" -> {
                OUT.writeByte(Frame.Kind.PAGE.ordinal());
                OUT.writeInt(Integer.MAX_VALUE);
                OUT.flush();
                hang();
            }
            case "ends before its pages" -> Frame.complete(2).write(OUT);
            case "quotes the file" -> {
                System.err.println("the secret of the file".repeat(100_000));
                Frame.unreadable(Reason.DAMAGED).write(OUT);
            }
            case "draws" -> draw(picture(2000, 2000, 57));
            case "draws nothing" -> draw(ByteBuffer.allocate(0));
            case "draws too wide" -> draw(picture(2001, 2000, 57));
            case "draws too much" -> draw(picture(1, 1, 4_000_001));
            case "answers" -> {
                page(1, 1);
                Frame.complete(1).write(OUT);
            }
            default -> throw new IllegalArgumentException(manner);
        }
    }

    private static void tell() throws IOException {
        Frame.of(Frame.Kind.BEGUN).write(OUT);
        var text = "%s %s %s"
                .formatted(System.getenv(), Path.of("").toAbsolutePath(), System.getProperty("java.io.tmpdir"));
        page(new Page(1, 9, 9, text, List.of()), 1);
        Frame.complete(1).write(OUT);
        hang();
    }

    private static void page(int number, int all) throws IOException {
        page(new Page(number, 595, 842, "", List.of()), all);
    }

    private static void page(Page page, int all) throws IOException {
        var payload = PageBytes.write(page, Integer.BYTES, Frame.LONGEST).putInt(0, all);
        new Frame(Frame.Kind.PAGE, payload).write(OUT);
    }

    private static void draw(ByteBuffer picture) throws IOException {
        new Frame(Frame.Kind.PICTURE, picture).write(OUT);
    }

    /** As far as anyone looks at it. */
    static ByteBuffer picture(int width, int height, int bytes) {
        return ByteBuffer.allocate(bytes)
                .putLong(0, 0x89504E470D0A1A0AL)
                .putInt(16, width)
                .putInt(20, height);
    }

    private static void fill() {
        var all = new java.util.ArrayList<ByteBuffer>();
        while (true) all.add(ByteBuffer.allocate(1_000_000));
    }

    private static void kill(String signal) throws IOException {
        new ProcessBuilder(
                        "kill",
                        "-s",
                        signal,
                        String.valueOf(ProcessHandle.current().pid()))
                .start();
        hang();
    }

    private static void hang() throws IOException {
        System.in.skip(Long.MAX_VALUE); // until the parent is gone
        while (System.in.read() >= 0) continue;
        System.exit(0);
    }
}
