package kb.pdf;

import java.util.List;
import java.util.Map;
import kb.pages.Hiding;

/**
 * The glyphs of a page that are its text.
 *
 * @param leftOut how many characters are not, and why
 * @param recognised whether they were put under or over a scan by who recognised its letters
 */
record Seen(List<Glyph> glyphs, Map<Hiding, Integer> leftOut, boolean recognised) {}
