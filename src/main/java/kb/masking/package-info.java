/**
 * What nobody should read out of documents by asking: keys, cards and national ids, each letter replaced by a mark.
 *
 * <p>A masked text is as long as it was and its white space stays, so places in it stay true, and masking it again changes nothing.
 * A line may end inside of what is masked, for texts of pages keep their lines; no expression reads a place more than a few times,
 * whatever a page says. Every kind is known by more than its look where it has a check digit: a number that only looks like one is left alone.
 */
package kb.masking;
