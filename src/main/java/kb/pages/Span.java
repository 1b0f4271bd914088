package kb.pages;

/** Characters of a page's text, from {@code start} up to but not including {@code end}. */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) throw new IllegalArgumentException("a span runs forward from 0 on");
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    public int length() {
        return end - start;
    }
}
