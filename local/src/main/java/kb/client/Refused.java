package kb.client;

/** The service refused a request, or was not reached; the message says what to do. */
public final class Refused extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String kind;

    /** @param status 0 when there was no answer @param kind of the problem, such as {@code not-a-pdf}; may be empty */
    Refused(int status, String kind, String message) {
        super(message);
        this.status = status;
        this.kind = kind;
    }

    public int status() {
        return status;
    }

    public String kind() {
        return kind;
    }

    /** Whether every other request would be refused for the same reason. */
    boolean endsEverything() {
        return status == 0 || status == 401 || status == 403 || status == 429 || status >= 500;
    }
}
