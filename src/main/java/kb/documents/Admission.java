package kb.documents;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What an upload comes to, decided from what is known of its bytes and its name. Decides only; writes nothing. */
sealed interface Admission {
    /** The bytes are this document, under this name already. */
    record Known(Document document) implements Admission {}

    /** The bytes are this document, and the name leads nowhere yet. */
    record Alias(Document document) implements Admission {}

    /** The bytes are this document, whose work failed. @param named whether the name is to lead to it as well */
    record Again(Document failed, boolean named) implements Admission {}

    /** A document of its own, and the name leads nowhere yet. */
    record Fresh() implements Admission {}

    /** A document of its own, to which the name shall lead once it is ready. */
    record Successor() implements Admission {}

    /** The name leads to other bytes. */
    record Taken(UUID holder) implements Admission {}

    /**
     * @param sameBytes all documents with the upload's bytes
     * @param name where the upload's name leads
     * @param replace whether the upload may take the name over
     */
    static Admission decide(List<Document> sameBytes, String filename, NameRow name, boolean replace) {
        var own = sameBytes.stream()
                .filter(document -> document.claims(filename, name.live()))
                .min(BEST_FIRST);
        if (own.isPresent()) {
            return hasFailed(own.get()) ? new Again(own.get(), false) : new Known(own.get());
        }
        var elsewhere = sameBytes.stream().filter(Admission::hasAFuture).min(BEST_FIRST);
        if (name.holderId().isEmpty()) return elsewhere.map(Admission::named).orElseGet(Fresh::new);
        if (replace) return new Successor();
        return elsewhere
                .filter(Admission::hasFailed)
                .<Admission>map(failed -> new Again(failed, false))
                .orElseGet(() -> new Taken(name.holderId().get()));
    }

    /** Whether it is found by some name, or may still be. */
    private static boolean hasAFuture(Document document) {
        return document.current() || document.state().status().isUnfinished() || hasFailed(document);
    }

    private static Admission named(Document document) {
        return hasFailed(document) ? new Again(document, true) : new Alias(document);
    }

    private static boolean hasFailed(Document document) {
        return document.state().status() == Status.FAILED;
    }

    /** Live, then in work, then failed; the older one of two. */
    Comparator<Document> BEST_FIRST = Comparator.<Document, Integer>comparing(
                    document -> switch (document.state().status()) {
                        case READY -> 0;
                        case UPLOADING, QUEUED, PARSING, EMBEDDING -> 1;
                        case FAILED, DELETING -> 2;
                    })
            .thenComparing(Document::documentId);
}
