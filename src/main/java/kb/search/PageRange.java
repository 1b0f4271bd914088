package kb.search;

/** Pages by number, the first is 1. @param to belongs to it */
public record PageRange(int from, int to) {
    public PageRange {
        if (from < 1 || to < from) throw new IllegalArgumentException("no pages: %d to %d".formatted(from, to));
    }

    public boolean holds(int page) {
        return from <= page && page <= to;
    }
}
