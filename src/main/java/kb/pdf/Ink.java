package kb.pdf;

/**
 * A colour as it is seen, each part from 0 to 1.
 *
 * @param family what it can be compared with: mixed inks look otherwise than light of the same numbers
 */
record Ink(Family family, double red, double green, double blue) {
    /** What nobody tells apart, of a part. */
    private static final double CLOSE = 0.04;

    static final Ink UNKNOWN = new Ink(Family.UNKNOWN, 0, 0, 0);
    static final Ink BLACK = grey(0);
    static final Ink WHITE = grey(1);

    enum Family {
        LIGHT,
        PRINT,
        UNKNOWN
    }

    static Ink grey(double level) {
        return rgb(level, level, level);
    }

    static Ink rgb(double red, double green, double blue) {
        return new Ink(Family.LIGHT, part(red), part(green), part(blue));
    }

    static Ink cmyk(double cyan, double magenta, double yellow, double black) {
        var rest = 1 - part(black);
        return new Ink(Family.PRINT, (1 - part(cyan)) * rest, (1 - part(magenta)) * rest, (1 - part(yellow)) * rest);
    }

    private static double part(double value) {
        return value >= 0 ? Math.min(value, 1) : 0;
    }

    /** False when it isn't known: what can't be told apart for sure can be seen. */
    boolean looksLike(Ink other) {
        if (family == Family.UNKNOWN || other.family == Family.UNKNOWN) return false;
        if (family != other.family && !(isWhite() && other.isWhite())) return false;
        return Math.abs(red - other.red) < CLOSE
                && Math.abs(green - other.green) < CLOSE
                && Math.abs(blue - other.blue) < CLOSE;
    }

    private boolean isWhite() {
        return Math.min(red, Math.min(green, blue)) > 1 - CLOSE;
    }
}
