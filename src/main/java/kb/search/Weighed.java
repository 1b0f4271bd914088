package kb.search;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kb.pages.Chunk;

/**
 * What an index suggested, each chunk as it stands in its leg.
 *
 * @param byPhrase by the words of what the question quotes
 * @param naming which documents the question names
 * @param covered which share of the question's words the best hit by words has
 */
record Weighed(List<Standing> byWords, List<Standing> byMeaning, List<Hit> byPhrase, Naming naming, double covered) {
    static Weighed of(Suggestions found, String question) {
        return new Weighed(
                Standing.byWords(found.byWords()),
                Standing.byMeaning(found.byMeaning()),
                found.byPhrase(),
                Naming.none(question),
                found.covered());
    }

    /** @param inside what the index found in the named documents for the rest of the question */
    static Weighed of(Suggestions found, Naming naming, Suggestions inside) {
        var named = naming.shares().keySet();
        var byWords = Standing.byWords(found.byWords());
        var wordless = inside.byWords().isEmpty();
        return new Weighed(
                wordless ? byWords : Standing.instead(byWords, named, Standing.byWords(inside.byWords())),
                Standing.instead(
                        Standing.byMeaning(found.byMeaning()),
                        named,
                        Standing.byMeaning(inside.byMeaning(), found.byMeaning())),
                found.byPhrase(),
                naming,
                wordless ? found.covered() : inside.covered());
    }

    Chunk chunk(UUID id) {
        return Stream.of(
                        byWords.stream().map(Standing::chunk),
                        byMeaning.stream().map(Standing::chunk),
                        byPhrase.stream().map(Hit::chunk))
                .flatMap(chunks -> chunks)
                .filter(chunk -> chunk.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
