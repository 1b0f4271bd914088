package kb.pdf;

import java.util.List;
import java.util.Optional;
import kb.pages.Hiding;

/**
 * A glyph that may be seen.
 *
 * @param garbled whether the file tells no meaning of it
 * @param known why it is not, as far as the glyph itself tells
 * @param inks those it is drawn with; none when it is not laid over what is there as it is
 * @param order how many things had been painted before it
 * @param stencil the number of the text it cuts out, 0 for none
 */
record Candidate(Glyph glyph, boolean garbled, Optional<Hiding> known, List<Ink> inks, int order, int stencil) {}
