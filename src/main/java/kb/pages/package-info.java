/**
 * A page as text with the place of each word, and what is found in it: sentences, chunks, quotes.
 *
 * <p>Places are characters of the stored text and boxes on the page, and both can be had from either. A quote may differ
 * from its page in white space, in words divided at the end of a line and in how Unicode writes a letter, and in nothing else:
 * whoever forgives a digit forgives a lie.
 */
package kb.pages;
