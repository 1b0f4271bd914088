package kb.documents;

import java.util.Optional;
import java.util.UUID;

/**
 * Where a name leads.
 *
 * @param holder the id of the document it leads to; empty when to none
 * @param last the highest version given out
 * @param live the highest version that ever held the name; none below it ever will again
 * @param kept how many versions are not erased; the row goes with the last of them
 */
record NameRow(String holder, int last, int live, int kept) {
    static final NameRow NONE = new NameRow("", 0, 0, 0);

    Optional<UUID> holderId() {
        return holder.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(holder));
    }

    boolean isHeldBy(UUID document) {
        return holder.equals(document.toString());
    }

    int next() {
        return last + 1;
    }

    /** The next version holds the name from the start. */
    NameRow givenTo(UUID document) {
        return new NameRow(document.toString(), next(), next(), kept + 1);
    }

    /** The next version waits until it is ready. */
    NameRow promised() {
        return new NameRow(holder, next(), live, kept + 1);
    }

    NameRow takenBy(UUID document, int version) {
        return new NameRow(document.toString(), last, version, kept);
    }

    /** @param versions how many of the name's versions the document was */
    NameRow without(UUID document, int versions) {
        return new NameRow(isHeldBy(document) ? "" : holder, last, live, kept - versions);
    }
}
