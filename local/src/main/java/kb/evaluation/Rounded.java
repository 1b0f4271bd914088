package kb.evaluation;

/** Figures to four places, so that two runs over the same documents write the same file. */
final class Rounded {
    private Rounded() {}

    static double to4(double figure) {
        return Math.round(figure * 10_000) / 10_000.0;
    }
}
