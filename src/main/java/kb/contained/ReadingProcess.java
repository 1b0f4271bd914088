package kb.contained;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import kb.ingest.PdfReader;
import kb.ingest.PdfReader.Reading;
import kb.ingest.PdfReader.Reason;
import kb.pages.Page;
import kb.pdf.PageDrawing;
import kb.pdf.PdfBoxReader;

/**
 * The child: reads the PDFs that its standard input names, or draws a page of them, one after the other, and writes {@link Frame}s.
 *
 * <p>It ends with its standard input, that is with its parent, whatever it is doing; and takes its folder with it.
 */
public final class ReadingProcess {
    /** As deep as the default on 64-bit machines; a document that needs more exceeds the limit. */
    private static final int STACK = 1_000_000;

    private final PdfReader reader = new PdfBoxReader();
    private final DataOutputStream out;

    private ReadingProcess(DataOutputStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 65_536));
        System.setOut(System.err); // only frames leave by standard output
        var process = new ReadingProcess(out);
        try (var requests = new DataInputStream(System.in)) {
            while (true) {
                var request = Request.read(requests);
                new Thread(null, () -> process.work(request), "reading", STACK).start();
            }
        } catch (IOException parentIsGone) {
            OwnFolder.deleteCurrent();
            Runtime.getRuntime().halt(0);
        }
    }

    private void work(Request request) {
        try {
            Frame.of(Frame.Kind.BEGUN).write(out);
            switch (done(request)) {
                case Reading.Complete(var pages) -> Frame.complete(pages).write(out);
                case Reading.Unreadable(var reason) -> Frame.unreadable(reason).write(out);
            }
        } catch (Throwable unexpected) {
            Runtime.getRuntime().halt(1); // whatever it is: the parent calls it a crash
        }
    }

    private Reading done(Request request) {
        return request.picture()
                .map(file -> PageDrawing.draw(request.pdf(), request.page(), file))
                .orElseGet(() -> read(request.pdf(), request.page()));
    }

    private Reading read(Path pdf, int first) {
        var said = new AtomicLong();
        try {
            return reader.read(pdf, first, (page, all) -> say(page, all, said));
        } catch (TooLong much) {
            return new Reading.Unreadable(Reason.LIMIT_EXCEEDED);
        }
    }

    private void say(Page page, int all, AtomicLong said) {
        var payload = PageBytes.write(page, Integer.BYTES, Frame.LONGEST).putInt(0, all);
        if (said.addAndGet(payload.remaining()) > Frame.longestReading(all)) throw new TooLong();
        try {
            new Frame(Frame.Kind.PAGE, payload).write(out);
        } catch (IOException parentIsGone) {
            Runtime.getRuntime().halt(0);
        }
    }
}
