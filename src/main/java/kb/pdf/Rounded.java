package kb.pdf;

/** Points, to a hundredth: finer than anyone sees, short as JSON, and the same after being stored. */
final class Rounded {
    private Rounded() {}

    static double points(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
