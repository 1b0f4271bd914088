package kb.local;

/** The command line was not understood; the message says what of it. */
final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUsage(String message) {
        super(message, null, false, false);
    }
}
