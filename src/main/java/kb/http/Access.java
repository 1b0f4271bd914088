package kb.http;

/** Who may use a route. Each level may do all that the ones before it may. */
public enum Access {
    PUBLIC,
    READER,
    WRITER,
    ADMIN;

    /** As tokens say it. */
    public String role() {
        return switch (this) {
            case PUBLIC, READER -> "user";
            case WRITER -> "manager";
            case ADMIN -> "admin";
        };
    }

    boolean covers(Access needed) {
        return compareTo(needed) >= 0;
    }
}
