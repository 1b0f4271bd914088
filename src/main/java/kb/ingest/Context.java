package kb.ingest;

import java.util.ArrayList;
import java.util.Optional;
import kb.pages.Page;
import kb.pages.Span;

/** What stands elsewhere and is needed to understand a chunk. */
final class Context {
    private static final int LONGEST_HEADER = 400;

    private Context() {}

    /** The path of its section, but for what the chunk begins with itself, and the header of a table that it does not begin. */
    static String of(Optional<Heading> heading, Page page, Span span) {
        var parts = new ArrayList<String>();
        heading.map(above -> above.isIn(page.number(), span) ? above.parent() : above)
                .map(section -> String.join(" > ", section.path()))
                .ifPresent(parts::add);
        page.tables().stream()
                .filter(table -> table.span().overlaps(span) && table.header().end() <= span.start())
                .map(table -> page.text(table.header()))
                .filter(header -> !header.isEmpty() && header.length() <= LONGEST_HEADER)
                .forEach(parts::add);
        return String.join("\n", parts);
    }
}
