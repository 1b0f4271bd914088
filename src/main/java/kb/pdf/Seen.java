package kb.pdf;

import java.util.List;
import kb.pages.Coverage;

/** The glyphs of a page that are its text, and what was painted beside them. */
record Seen(List<Glyph> glyphs, List<Paint> paints, Coverage coverage) {}
