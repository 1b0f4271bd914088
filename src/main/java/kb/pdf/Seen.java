package kb.pdf;

import java.util.List;
import kb.pages.Coverage;

/** The glyphs of a page that are its text. */
record Seen(List<Glyph> glyphs, Coverage coverage) {}
