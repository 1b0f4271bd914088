package kb.contained;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kb.contained.Answers.Answer;
import kb.ingest.PdfReader;
import kb.pictures.PagePainter;

/**
 * Reads PDFs in processes of their own, so that no file does anything to this one.
 *
 * <p>A child is started for the first document, asked for one after the other, and replaced when one was too much
 * for it: what such a file left in its memory, no other document meets. Two documents at a time have two.
 */
public final class ContainedReader implements PdfReader, AutoCloseable {
    private final Children children;
    private final ContainedPainter painter;

    public ContainedReader() {
        this(Command.READING, Allowance.USUAL);
    }

    ContainedReader(Command command, Allowance allowance) {
        this.children = new Children(command, allowance);
        this.painter = new ContainedPainter(children);
    }

    /** Draws in the same processes, until this reader is closed. */
    public PagePainter painter() {
        return painter;
    }

    /** Draws a page into a file, and says whether that could be done in time. */
    boolean scan(Path pdf, int page, Path picture) {
        return painter.scan(pdf, page, picture);
    }

    @Override
    public Reading read(Path pdf, int first, Pages pages) {
        try {
            var child = children.begun(new Request.Reading(pdf, first));
            var sound = false;
            try {
                var reading = reading(child, new Answers(first), pages);
                sound = leavesSound(reading);
                return reading;
            } finally {
                children.giveBack(child, sound);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Down("was interrupted", stopping);
        }
    }

    private static boolean leavesSound(Reading reading) {
        return switch (reading) {
            case Reading.Complete _ -> true;
            case Reading.Unreadable(var reason) -> Children.leavesSound(reason);
        };
    }

    private Reading reading(Child child, Answers answers, Pages pages) throws InterruptedException {
        var allowance = children.allowance();
        var waited = Duration.ZERO;
        var forgiven = Duration.ZERO;
        while (true) {
            var began = System.nanoTime();
            var frame = child.next(allowance.left(waited.minus(forgiven), answers.all()));
            waited = waited.plusNanos(System.nanoTime() - began);
            if (frame.isEmpty()) {
                if (!allowance.isStarved(waited, child.worked(), answers.all()))
                    return new Reading.Unreadable(Reason.PARSE_TIMEOUT);
                forgiven = forgiven.plus(allowance.silence());
                continue;
            }
            switch (answers.understood(frame.get())) {
                case Answer.Given(var page) -> pages.take(page, answers.all());
                case Answer.Known(var about) -> pages.about(about);
                case Answer.Listed(var bookmarks) -> pages.bookmarks(bookmarks);
                case Answer.Over(var reading) -> {
                    return reading;
                }
                case Answer.Gone _ -> {
                    return new Reading.Unreadable(children.whyGone(child));
                }
            }
        }
    }

    /** Those that read, and those that wait for something to read. */
    List<ProcessHandle> processes() {
        return children.processes();
    }

    /** Whoever is reading hears that the reader is {@link kb.ingest.PdfReader.Down}. */
    @Override
    public void close() {
        children.close();
    }
}
