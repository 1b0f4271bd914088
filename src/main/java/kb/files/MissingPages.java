package kb.files;

/** Pages that were read are not in storage, or not any more. */
public final class MissingPages extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingPages() {
        super("pages that were read are not there", null, false, false);
    }
}
