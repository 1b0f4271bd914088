package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kb.pages.Section;
import kb.pages.Span;

/**
 * A heading and where it stands.
 *
 * @param number as it is printed, such as {@code 2.1} or {@code Chapter IV}; empty when it has none
 * @param parent the heading of the section that this one's lies in, null for a section of the document itself
 */
record Heading(int page, Span span, String number, String title, Heading parent) {
    /** As it is printed, on one line. */
    String text() {
        return number.isEmpty() ? title : number + " " + title;
    }

    boolean isIn(int otherPage, Span other) {
        return page == otherPage && span.overlaps(other);
    }

    /** From the outermost section in. */
    List<String> path() {
        return outermostFirst(Heading::text);
    }

    List<Section> sections() {
        return outermostFirst(heading -> new Section(heading.number, heading.title));
    }

    private <T> List<T> outermostFirst(Function<Heading, T> each) {
        var path = new ArrayList<T>();
        for (var heading = this; heading != null; heading = heading.parent) path.addFirst(each.apply(heading));
        return path;
    }
}
