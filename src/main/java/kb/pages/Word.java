package kb.pages;

/** A word of a page's text and where it stands. @param line counts the page's lines from 0 */
public record Word(Span span, int line, Box box) {}
