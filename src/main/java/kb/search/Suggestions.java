package kb.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kb.pages.Chunk;

/**
 * What an index suggested for a question.
 *
 * @param byPhrase by the words of what the question quotes
 * @param covered which share of the question's words the best hit by words has
 */
record Suggestions(List<Hit> byWords, List<Hit> byMeaning, List<Hit> byPhrase, double covered) {
    static final Suggestions NONE = new Suggestions(List.of(), List.of(), List.of(), 0);

    /** Each once. */
    Collection<Chunk> chunks() {
        var chunks = new LinkedHashMap<UUID, Chunk>();
        Stream.of(byWords, byMeaning, byPhrase)
                .flatMap(List::stream)
                .forEach(hit -> chunks.put(hit.chunk().id(), hit.chunk()));
        return chunks.values();
    }

    Set<UUID> documents() {
        var documents = new HashSet<UUID>();
        for (var hits : List.of(byWords, byMeaning, byPhrase))
            for (var hit : hits) documents.add(hit.chunk().documentId());
        return documents;
    }

    /** Whether a leg may have more than these. */
    boolean isFull(int most) {
        return byWords.size() >= most || byMeaning.size() >= most;
    }
}
