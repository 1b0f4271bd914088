package kb.search;

import kb.pages.Chunk;

/** A chunk an index suggests. @param score higher is better; comparable within one leg of one query only */
public record Hit(Chunk chunk, double score) {}
