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
import kb.pages.About;
import kb.pages.Bookmarks;
import kb.pages.Page;
import kb.pdf.PageDrawing;
import kb.pdf.PdfBoxPainter;
import kb.pdf.PdfBoxReader;
import kb.pictures.PagePainter;

/**
 * The child: reads the PDFs that its standard input names, or draws a page of them, one after the other, and writes {@link Frame}s.
 *
 * <p>It ends with its standard input, that is with its parent, whatever it is doing; and takes its folder with it.
 */
public final class ReadingProcess {
    /** As deep as the default on 64-bit machines; a document that needs more exceeds the limit. */
    private static final int STACK = 1_000_000;

    private final PdfReader reader = new PdfBoxReader();
    private final PdfReader lone = new PdfBoxReader(1);
    private final PagePainter painter = new PdfBoxPainter();
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
            switch (request) {
                case Request.Reading(var pdf, var first, var alone) -> end(read(alone ? lone : reader, pdf, first));
                case Request.Scanning(var pdf, var page, var picture) -> end(PageDrawing.draw(pdf, page, picture));
                case Request.Painting(var pdf, var wanted) -> end(painter.paint(pdf, wanted));
            }
        } catch (Throwable unexpected) {
            Runtime.getRuntime().halt(1); // whatever it is: the parent calls it a crash
        }
    }

    private void end(Reading reading) throws IOException {
        switch (reading) {
            case Reading.Complete(var pages) -> Frame.complete(pages).write(out);
            case Reading.Unreadable(var reason) -> Frame.unreadable(reason).write(out);
        }
    }

    private void end(PagePainter.Painting painting) throws IOException {
        switch (painting) {
            case PagePainter.Painting.Painted(var png) -> new Frame(Frame.Kind.PICTURE, png).write(out);
            case PagePainter.Painting.Failed(var reason) ->
                Frame.unreadable(reason).write(out);
        }
    }

    private Reading read(PdfReader by, Path pdf, int first) {
        var said = new AtomicLong();
        try {
            return by.read(pdf, first, new PdfReader.Pages() {
                @Override
                public void about(About about) {
                    say(new Frame(Frame.Kind.ABOUT, AboutBytes.write(about)));
                }

                @Override
                public void bookmarks(Bookmarks bookmarks) {
                    say(new Frame(Frame.Kind.BOOKMARKS, BookmarkBytes.write(bookmarks)));
                }

                @Override
                public void take(Page page, int all) {
                    say(page, all, said);
                }
            });
        } catch (TooLong much) {
            return new Reading.Unreadable(Reason.LIMIT_EXCEEDED);
        }
    }

    private void say(Page page, int all, AtomicLong said) {
        var payload = PageBytes.write(page, Integer.BYTES, Frame.LONGEST).putInt(0, all);
        if (said.addAndGet(payload.remaining()) > Frame.longestReading(all)) throw new TooLong();
        say(new Frame(Frame.Kind.PAGE, payload));
    }

    private void say(Frame frame) {
        try {
            frame.write(out);
        } catch (IOException parentIsGone) {
            Runtime.getRuntime().halt(0);
        }
    }
}
