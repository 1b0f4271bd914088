package kb.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Brings a folder of PDFs into a service, waits until they are read, and tells what became of each. */
public final class Ingestion {
    /** In one request, so that waiting costs few. */
    private static final String WAITING = "?wait=20";

    private final Service service;
    private final Terminal terminal;

    public Ingestion(Service service, Terminal terminal) {
        this.service = service;
        this.terminal = terminal;
    }

    /**
     * What is asked for.
     *
     * @param inner whether the folder's folders belong to it
     * @param replace whether a file may become the next version of its name
     * @param waiting whether to wait until all is read
     */
    public record Order(Path folder, boolean inner, boolean replace, boolean waiting) {
        /** @throws IllegalStateException when there is no such folder; the message says what to do */
        public void demandFolder() {
            if (!Files.isDirectory(folder))
                throw new IllegalStateException("there is no folder %s: name one that holds PDFs".formatted(folder));
        }
    }

    /** @return whether everything is there and readable */
    public boolean run(Order order) {
        var found = PdfFolder.in(order.folder(), order.inner());
        found.unreadable()
                .forEach(path -> terminal.line(terminal.bad(Plain.line(path.toString()) + ": cannot be looked into")));
        var taken = delivered(found.pdfs(), new Delivery(service, order.replace()));
        var all = order.waiting() ? read(taken) : taken;
        summary(order.folder(), all);
        return found.unreadable().isEmpty()
                && all.stream().allMatch(outcome -> outcome.kind().isGood());
    }

    private List<Outcome> delivered(List<LocalPdf> pdfs, Delivery delivery) {
        var outcomes = new ArrayList<Outcome>();
        for (var pdf : pdfs) {
            terminal.bar(outcomes.size(), pdfs.size(), "sent  " + Plain.line(pdf.filename()));
            var outcome = delivery.take(pdf);
            outcomes.add(outcome);
            tell(outcome);
        }
        return outcomes;
    }

    /** A person sees the bar, and what needs to be seen to. */
    private void tell(Outcome outcome) {
        if (!outcome.kind().isGood()) terminal.line(terminal.bad(outcome.line()));
        else if (!terminal.watched()) terminal.line(outcome.line());
    }

    private List<Outcome> read(List<Outcome> taken) {
        var read = new ArrayList<Outcome>();
        for (var outcome : taken) {
            terminal.bar(
                    read.size(),
                    taken.size(),
                    "read  " + Plain.line(outcome.pdf().filename()));
            var after = outcome.document().map(id -> read(outcome, id)).orElse(outcome);
            read.add(after);
            if (after.kind() == Outcome.Kind.UNREAD) tell(after);
        }
        terminal.clear();
        return read;
    }

    private Outcome read(Outcome outcome, String id) {
        while (true) {
            var document = service.get("/documents/" + id + WAITING);
            switch (document.path("status").asText()) {
                case "ready" -> {
                    return outcome;
                }
                case "failed" -> {
                    return outcome.unread(
                            Plain.line(document.path("error").path("detail").asText()));
                }
                default -> {
                    // still at it
                }
            }
        }
    }

    private void summary(Path folder, List<Outcome> all) {
        Map<Outcome.Kind, Integer> counts = new EnumMap<>(Outcome.Kind.class);
        all.forEach(outcome -> counts.merge(outcome.kind(), 1, Integer::sum));
        terminal.line(terminal.strong(
                "%s: %s".formatted(Plain.line(folder.toString()), all.size() == 1 ? "1 PDF" : all.size() + " PDFs")));
        counts.forEach((kind, count) -> {
            var line = "%6d %s".formatted(count, kind.words());
            terminal.line(kind.isGood() ? terminal.good(line) : terminal.bad(line));
        });
    }
}
