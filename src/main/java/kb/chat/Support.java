package kb.chat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kb.search.Analyser;
import kb.search.Passage;

/**
 * Whether a sentence may be said: that it is on its quotes, and not something else beside a quote that stands there.
 *
 * <p>No language is understood here: a number that is in no quote and no word in common are what is seen.
 */
final class Support {
    /** Of an unsupported sentence's words, how many the passages have at least. */
    private static final double FROM_PASSAGES = 0.5;

    private final Analyser analyser;
    private final String question;
    private final Set<String> words;

    Support(Analyser analyser, String question, List<Passage> passages) {
        this.analyser = analyser;
        this.question = question;
        this.words = tokens(passages.stream().map(Passage::text).collect(Collectors.joining("\n")));
    }

    /** @param beside what stands with the quotes: names and headings */
    boolean holds(String sentence, List<String> quotes, Collection<String> beside) {
        if (quotes.isEmpty()) return false;
        var quoted = String.join("\n", quotes);
        var numbers = new HashSet<>(Numbers.of(sentence));
        numbers.removeAll(Numbers.of(quoted + "\n" + question + "\n" + String.join("\n", beside)));
        if (!numbers.isEmpty()) return false;
        var said = tokens(sentence);
        return said.stream().anyMatch(tokens(quoted + "\n" + question)::contains);
    }

    /** Whether a sentence without a quote is at least made of the passages' words. */
    boolean isFromPassages(String sentence) {
        var said = tokens(sentence);
        var known = said.stream().filter(words::contains).count();
        return known > 0 && known >= said.size() * FROM_PASSAGES;
    }

    private Set<String> tokens(String text) {
        return new HashSet<>(analyser.tokens(text));
    }
}
