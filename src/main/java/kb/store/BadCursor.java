package kb.store;

/** A cursor that no slice of this query ever gave: the caller's mistake. */
public final class BadCursor extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadCursor() {
        super("not a cursor of this list");
    }
}
