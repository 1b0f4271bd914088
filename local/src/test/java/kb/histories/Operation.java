package kb.histories;

/** Something a person, a worker, the janitor or time does. Documents are meant by the order of their arrival. */
sealed interface Operation {
    record Upload(int name, int content, boolean replace) implements Operation {}

    record Delete(int document) implements Operation {}

    record Retry(int document) implements Operation {}

    record Describe(int document, String title) implements Operation {}

    record Search() implements Operation {}

    /** One of the waiting pieces of work is done; any of them, for no order is promised. */
    record Work(int piece) implements Operation {}

    /** Work is delivered once more, or without having been sent. */
    record Again(int document) implements Operation {}

    record Janitor() implements Operation {}

    /** The index is emptied and filled again. */
    record Refill() implements Operation {}

    /** A new generation of the index is wanted. */
    record Reindex() implements Operation {}

    /** The process is configured with another embedding model from now on, or with the same. */
    record Reconfigure(int model) implements Operation {}

    /** Everything is brought into the index that is wanted. */
    record Migrate() implements Operation {}

    record Wait(int seconds) implements Operation {}

    /** The process ends: what waited in memory is forgotten. @param alone whether a new one voids old leases at once */
    record Restart(boolean alone) implements Operation {}

    /** Which document somebody means; -1 for none. */
    default int meant() {
        return switch (this) {
            case Delete(var document) -> document;
            case Retry(var document) -> document;
            case Describe(var document, var _) -> document;
            case Again(var document) -> document;
            default -> -1;
        };
    }
}
