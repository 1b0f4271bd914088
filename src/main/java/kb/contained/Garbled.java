package kb.contained;

/** A child said what no child of ours says. Never leaves {@link ContainedReader}. */
final class Garbled extends RuntimeException {
    private static final long serialVersionUID = 1;

    Garbled(String why) {
        super(why, null, false, false);
    }
}
