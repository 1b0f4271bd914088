package kb.search;

import java.util.List;
import kb.pages.Chunk;

/** A chunk as an index takes it. @param tokens of our own analyser: what the keyword leg sees */
public record IndexedChunk(Chunk chunk, List<String> tokens, Vector vector) {
    public IndexedChunk {
        tokens = List.copyOf(tokens);
    }
}
