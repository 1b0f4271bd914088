package kb.contained;

/** A reading says more than it may. Never leaves a child. */
final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLong() {
        super("more than a reading may say", null, false, false);
    }
}
