package kb.outside;

/** A part of the outside world failed us: nobody's mistake, worth trying again. */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Part part;

    public Unavailable(Part part, Throwable cause) {
        super("the " + part.title() + " is not answering", cause);
        this.part = part;
    }

    public Part part() {
        return part;
    }
}
