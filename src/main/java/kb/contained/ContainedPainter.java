package kb.contained;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kb.ingest.PdfReader.Down;
import kb.ingest.PdfReader.Reason;
import kb.outside.Deadline;
import kb.pictures.PagePainter;

/** Draws pages of PDFs in processes of their own: people's pictures a few at a time, because each takes the memory of a child. */
final class ContainedPainter implements PagePainter {
    private static final int AT_A_TIME = 2;
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(20);

    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int PNG_WIDTH = 16;
    private static final int PNG_HEIGHT = 20;
    private static final int PNG_SHORTEST = 57;

    private final Children children;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    ContainedPainter(Children children) {
        this.children = children;
    }

    @Override
    public Painting paint(Path pdf, Wanted wanted) {
        try {
            if (!turns.tryAcquire(Deadline.left(LONGEST_QUEUE).toNanos(), TimeUnit.NANOSECONDS))
                throw new Down("has too much to draw", null);
            try {
                return painting(pdf, wanted);
            } finally {
                turns.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Down("was interrupted", stopping);
        }
    }

    private Painting painting(Path pdf, Wanted wanted) throws InterruptedException {
        var child = children.begun(new Request.Painting(pdf, wanted));
        var sound = false;
        try {
            var painting = painting(child);
            sound = switch (painting) {
                case Painting.Painted _ -> true;
                case Painting.Failed(var reason) -> Children.leavesSound(reason);
            };
            return painting;
        } finally {
            children.giveBack(child, sound);
        }
    }

    private Painting painting(Child child) throws InterruptedException {
        var fair = children.allowance().silence();
        var waited = Duration.ZERO;
        while (true) {
            var patience = Deadline.left(fair);
            var began = System.nanoTime();
            var frame = child.next(patience);
            if (frame.isPresent()) return understood(child, frame.get());
            if (patience.compareTo(fair) < 0) throw new Down("had too little time to draw", null);
            waited = waited.plusNanos(System.nanoTime() - began);
            if (!children.allowance().isStarved(waited, child.worked(), 0))
                return new Painting.Failed(Reason.PARSE_TIMEOUT);
        }
    }

    private Painting understood(Child child, Frame frame) throws InterruptedException {
        try {
            return switch (frame.kind()) {
                case PICTURE -> new Painting.Painted(checked(frame.payload()));
                case UNREADABLE -> new Painting.Failed(frame.reason());
                case ENDED -> new Painting.Failed(children.whyGone(child));
                case BEGUN, PAGE, COMPLETE, ABOUT, BOOKMARKS, GARBLED -> throw new Garbled("no picture");
            };
        } catch (Garbled noneOfOurs) {
            return new Painting.Failed(Reason.PARSER_CRASHED);
        }
    }

    private static ByteBuffer checked(ByteBuffer bytes) {
        if (bytes.remaining() < PNG_SHORTEST || bytes.remaining() > MOST_BYTES || bytes.getLong(0) != PNG)
            throw new Garbled("no PNG");
        long width = bytes.getInt(PNG_WIDTH);
        long height = bytes.getInt(PNG_HEIGHT);
        if (width < 1 || height < 1 || width * height > MOST_PIXELS) throw new Garbled("a picture of no such size");
        return bytes;
    }

    /** Draws a page into a file, for a program to look for letters in it, and says whether that could be done in time. */
    boolean scan(Path pdf, int page, Path picture) {
        try {
            var child = children.begun(new Request.Scanning(pdf, page, picture));
            var drawn = false;
            try {
                var frame = child.next(children.allowance().silence());
                drawn = frame.filter(answer -> answer.kind() == Frame.Kind.COMPLETE)
                        .isPresent();
                return drawn;
            } finally {
                children.giveBack(child, drawn);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Down("was interrupted", stopping);
        }
    }
}
