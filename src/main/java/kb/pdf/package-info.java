/**
 * PDFBox: the text of each page and where it stands. The only home of {@code org.apache.pdfbox}.
 *
 * <p>{@link kb.pdf.GlyphReader} runs a page's content stream and notes each glyph, {@link kb.pdf.Lines} groups glyphs into
 * words and lines, {@link kb.pdf.PageText} joins lines into text. PDFBox's own {@code PDFTextStripper} is not used: it
 * gives no box for a word, and its suppression of doubled text takes a quarter of the time.
 *
 * <p>Reading order is that of the content stream: it follows the columns of well-made files, where sorting by position would mix
 * them. {@link kb.pdf.ReadingOrder} departs from it only where the page contradicts it.
 */
package kb.pdf;
