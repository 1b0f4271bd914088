package kb.http;

/** Who may use a route. Each level may do all that the ones before it may. */
public enum Access {
    PUBLIC,
    READER,
    WRITER,
    ADMIN;

    boolean covers(Access needed) {
        return compareTo(needed) >= 0;
    }
}
