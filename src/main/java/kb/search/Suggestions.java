package kb.search;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kb.pages.Chunk;

/**
 * What an index suggested for a question.
 *
 * @param byPhrase by the words of what the question quotes
 * @param exact whether some of it holds a quoted phrase, so that the phrases were weighed
 */
record Suggestions(List<Hit> byWords, List<Hit> byMeaning, List<Hit> byPhrase, boolean exact) {
    static final Suggestions NONE = new Suggestions(List.of(), List.of(), List.of(), false);

    /** One of the suggested chunks. */
    Chunk chunk(UUID id) {
        return Stream.of(byWords, byMeaning, byPhrase)
                .flatMap(List::stream)
                .map(Hit::chunk)
                .filter(chunk -> chunk.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
