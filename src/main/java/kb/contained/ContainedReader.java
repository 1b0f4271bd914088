package kb.contained;

import java.nio.file.Path;
import java.util.List;
import kb.contained.Answers.Answer;
import kb.ingest.PdfReader;
import kb.pdf.PdfBoxReader;
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
            var patience = new Patience(children.allowance());
            var answers = new Answers(first);
            var ended = ended(new Request.Reading(pdf, first, false), answers, patience, pages);
            return ended.mayHaveBeenTwo(answers)
                    ? ended(
                                    new Request.Reading(pdf, answers.next(), true),
                                    new Answers(answers.next()),
                                    patience,
                                    pages)
                            .reading()
                    : ended.reading();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Down("was interrupted", stopping);
        }
    }

    /** @param gone whether the child is not there any more */
    private record Ended(Reading reading, boolean gone) {
        /** Two threads that read a long document fill the memory sooner than one: the rest of it is read by one. */
        boolean mayHaveBeenTwo(Answers answers) {
            return gone
                    && reading.equals(new Reading.Unreadable(Reason.LIMIT_EXCEEDED))
                    && answers.all() >= PdfBoxReader.LONG;
        }
    }

    private Ended ended(Request.Reading request, Answers answers, Patience patience, Pages pages)
            throws InterruptedException {
        var child = children.begun(request);
        var sound = false;
        try {
            var ended = heard(child, answers, patience, pages);
            sound = leavesSound(ended.reading());
            return ended;
        } finally {
            children.giveBack(child, sound);
        }
    }

    private static boolean leavesSound(Reading reading) {
        return switch (reading) {
            case Reading.Complete _ -> true;
            case Reading.Unreadable(var reason) -> Children.leavesSound(reason);
        };
    }

    private Ended heard(Child child, Answers answers, Patience patience, Pages pages) throws InterruptedException {
        while (true) {
            var frame = patience.next(child, answers.all());
            if (frame.isEmpty()) return new Ended(new Reading.Unreadable(Reason.PARSE_TIMEOUT), false);
            switch (answers.understood(frame.get())) {
                case Answer.Given(var page) -> pages.take(page, answers.all());
                case Answer.Known(var about) -> pages.about(about);
                case Answer.Listed(var bookmarks) -> pages.bookmarks(bookmarks);
                case Answer.Over(var reading) -> {
                    return new Ended(reading, false);
                }
                case Answer.Gone _ -> {
                    return new Ended(new Reading.Unreadable(children.whyGone(child)), true);
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
