package kb.pages;

/**
 * Rows of a page's text: one line each, with a tab between cells.
 *
 * @param header the rows that name the columns; empty when none are told apart
 */
public record Table(Span span, Span header) {}
