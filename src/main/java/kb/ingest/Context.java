package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kb.pages.Page;
import kb.pages.Span;

/** What stands elsewhere and is needed to understand a chunk. */
final class Context {
    private Context() {}

    /**
     * The document's title, the path of the section, but for what the chunk says itself, and the header of a table that it does not begin;
     * of these, what is left when the longest are taken away until it is short.
     */
    static String of(
            Optional<String> title, Optional<Heading> heading, Page page, Span span, Predicate<String> isShort) {
        var parts = Stream.of(title.stream(), path(title, heading, page, span).stream(), headers(page, span))
                .flatMap(part -> part)
                .toList();
        var kept = new ArrayList<>(parts);
        while (!kept.isEmpty() && !isShort.test(String.join("\n", kept))) kept.remove(longest(kept));
        return String.join("\n", kept);
    }

    private static Optional<String> path(Optional<String> title, Optional<Heading> heading, Page page, Span span) {
        var outer = heading.orElse(null);
        while (outer != null && outer.isIn(page.number(), span)) outer = outer.parent();
        return Optional.ofNullable(outer)
                .map(section -> String.join(" > ", section.path()))
                .filter(path -> title.filter(path::equalsIgnoreCase).isEmpty());
    }

    private static Stream<String> headers(Page page, Span span) {
        return page.tables().stream()
                .filter(table -> table.span().overlaps(span) && table.header().end() <= span.start())
                .map(table -> page.text(table.header()))
                .filter(header -> !header.isEmpty());
    }

    private static String longest(List<String> parts) {
        return parts.stream()
                .reduce((one, other) -> one.length() > other.length() ? one : other)
                .orElseThrow();
    }
}
