package kb.repeats;

/** Nothing was done: the attempt took so long that its key went to another. */
public final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Overtaken() {
        super("another attempt has the key");
    }
}
