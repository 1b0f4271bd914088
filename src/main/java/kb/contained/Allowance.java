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

    /** @param waited for it so far @param pages of the document, 0 when it has not said yet */
    Duration left(Duration waited, int pages) {
        var most = page.multipliedBy(pages);
        var left = (most.compareTo(silence) > 0 ? most : silence).minus(waited);
        return left.compareTo(silence) < 0 ? left : silence;
    }
}
