package kb.contained;

import java.time.Duration;

/**
 * How long a child may take.
 *
 * @param start until it says that it begins
 * @param silence from one page to the next, and for the whole of a short document
 * @param page for each page of a long one
 * @param idle before one that has nothing to do is ended
 */
record Allowance(Duration start, Duration silence, Duration page, Duration idle) {
    static final Allowance USUAL = new Allowance(
            Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(30));

    /** As many times longer it may take where other programs leave it no processor. */
    private static final int STARVED = 6;

    /** @param waited for it so far @param pages of the document, 0 when it has not said yet */
    Duration left(Duration waited, int pages) {
        var left = most(pages).minus(waited);
        return left.compareTo(silence) < 0 ? left : silence;
    }

    /** Whether the time was not the file's doing: the child had the processor for less than half of it. @param worked that is, so far */
    boolean isStarved(Duration waited, Duration worked, int pages) {
        return worked.multipliedBy(2).compareTo(waited) < 0
                && waited.compareTo(most(pages).multipliedBy(STARVED)) < 0;
    }

    private Duration most(int pages) {
        var forAll = page.multipliedBy(pages);
        return forAll.compareTo(silence) > 0 ? forAll : silence;
    }
}
