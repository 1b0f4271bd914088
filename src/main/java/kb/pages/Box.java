package kb.pages;

/** A rectangle on a page, in points from the top left of the rotated crop box, y down; never empty. */
public record Box(int page, double l, double t, double r, double b) {
    public Box {
        if (!(l < r && t < b)) throw new IllegalArgumentException("a box is not empty");
    }

    public Box union(Box other) {
        return new Box(page, Math.min(l, other.l), Math.min(t, other.t), Math.max(r, other.r), Math.max(b, other.b));
    }
}
