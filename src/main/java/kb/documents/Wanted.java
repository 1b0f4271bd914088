package kb.documents;

import java.util.Optional;
import kb.store.Order;

/**
 * Which documents a list is to show, and in which order of their uploads.
 *
 * @param filename a part of one of its names, in upper or lower case
 * @param superseded whether versions are shown whose place another took
 */
public record Wanted(
        Optional<Status> status,
        Optional<String> filename,
        Optional<String> tag,
        Optional<String> uploadedBy,
        boolean superseded,
        Order order) {
    public static final Wanted NEWEST_FIRST =
            new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, Order.DESCENDING);

    public static Wanted everyVersion() {
        return new Wanted(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, Order.DESCENDING);
    }

    /** Those that search finds. */
    public static Wanted ready() {
        var status = Optional.of(Status.READY);
        return new Wanted(status, Optional.empty(), Optional.empty(), Optional.empty(), false, Order.DESCENDING);
    }

    boolean fits(Document document) {
        return Catalog.isThere(document)
                && (superseded || !document.superseded())
                && status.map(document.state().status()::equals).orElse(true)
                && filename.map(document::isCalled).orElse(true)
                && tag.map(document.tags()::contains).orElse(true)
                && uploadedBy.map(document.source().uploadedBy()::equals).orElse(true);
    }
}
