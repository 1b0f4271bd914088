package kb.store;

/** The direction of a query along the sort key. */
public enum Order {
    ASCENDING,
    DESCENDING
}
