package kb.chat;

/** Nobody listens to the answer any more. @see #getCause() what told so */
public final class AskerGone extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AskerGone(RuntimeException cause) {
        super("the asker went away", cause);
    }
}
