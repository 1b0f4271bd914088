/**
 * PDFBox: the text of each page and where it stands. The only home of {@code org.apache.pdfbox}.
 *
 * <p>{@link kb.pdf.GlyphReader} runs a page's content stream and notes each glyph, {@link kb.pdf.Lines} groups glyphs into
 * words and lines, {@link kb.pdf.PageText} joins lines into text. PDFBox's own {@code PDFTextStripper} is not used: it
 * gives no box for a word, and its suppression of doubled text takes a quarter of the time.
 *
 * <p>Only what is seen is text. {@link kb.pdf.Sight} watches what is painted while the glyphs are noted, and {@link
 * kb.pdf.Verdict} decides at the page's end: a later box may cover what was drawn before. Where it can't be known that nobody
 * sees a glyph (a colour that a function makes, a ground that is a picture or a shade, paint that lets light through), it is
 * seen. What is left out is counted in the page's {@link kb.pages.Coverage}. Letters hidden over or under a scan are the
 * exception: somebody recognised them, and they are its text.
 *
 * <p>Of a long document two threads read a page each ({@link kb.pdf.ByTurns}), and what comes of it is what one would have read: what a
 * document may take is settled page by page, in order ({@link kb.pdf.Delivery}).
 *
 * <p>Reading order is that of the content stream: it follows the columns of well-made files, where sorting by position would mix
 * them. {@link kb.pdf.ReadingOrder} departs from it only where the page contradicts it.
 */
package kb.pdf;
