package kb.ingest;

import java.util.List;
import java.util.Optional;
import kb.pages.Section;
import kb.pages.Span;

/**
 * The headings that can be told without doubt: short paragraphs that are numbered as headings are, or set clearly larger or heavier
 * than the document's text.
 *
 * @param headings in the order of the pages
 */
record Headings(List<Heading> headings) {
    Headings {
        headings = List.copyOf(headings);
    }

    /** The last heading at or before the place, by halving: a document may have thousands and be asked for each chunk. */
    Optional<Heading> above(int page, int start) {
        var count = upTo(page, start);
        return count == 0 ? Optional.empty() : Optional.of(headings.get(count - 1));
    }

    /** The sections that a part of the page lies in: that of its beginning and those that begin in it, with all around them. */
    List<Section> sections(int page, Span part) {
        var before = upTo(page, part.start());
        var end = upTo(page, part.end() - 1);
        return headings.subList(Math.max(0, before - 1), Math.max(before, end)).stream()
                .flatMap(heading -> heading.sections().stream())
                .distinct()
                .toList();
    }

    /** How many begin at or before the place. */
    private int upTo(int page, int start) {
        var low = 0;
        var high = headings.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            var heading = headings.get(middle);
            if (heading.page() < page
                    || heading.page() == page && heading.span().start() <= start) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
