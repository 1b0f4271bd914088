package kb.ingest;

import kb.pages.Span;

/**
 * What a chunk holds whole.
 *
 * @param paragraph counts those of its page
 * @param row whether it is one of a table
 */
record Sentence(Span span, int tokens, int paragraph, boolean row) {
    boolean isInParagraphOf(Sentence other) {
        return paragraph == other.paragraph;
    }
}
