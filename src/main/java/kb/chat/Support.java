package kb.chat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kb.search.Analyser;
import kb.search.Passage;

/**
 * Whether a sentence may be said: that it is on its quotes, and not something else beside a quote that stands there.
 *
 * <p>No language is understood here; what is seen is words and numbers. What the question says is no support, as a question may
 * take for granted what is not so: its words count for nothing, its numbers only where the quoted passage has them too.
 */
final class Support {
    /** Of an unsupported sentence's words, how many the passages have at least. */
    private static final double FROM_PASSAGES = 0.5;
    /** Of the words that a sentence adds to the question, or of all when it adds none, how many its quotes have at least. */
    private static final double FROM_QUOTES = 1 / 3.0;

    private final Analyser analyser;
    private final Set<String> asked;
    private final Set<String> numbersAsked;
    private final Set<String> words;
    private final boolean otherLanguage;

    Support(Analyser analyser, String question, List<Passage> passages) {
        this.analyser = analyser;
        this.asked = tokens(question);
        this.numbersAsked = Numbers.of(question);
        this.words = tokens(passages.stream().map(Passage::text).collect(Collectors.joining("\n")));
        this.otherLanguage = asked.stream().noneMatch(words::contains);
    }

    boolean holds(String sentence, List<CheckedQuotes.Found> quotes) {
        if (quotes.isEmpty()) return false;
        var quoted = joined(quotes, CheckedQuotes.Found::text);
        var named = joined(
                quotes, one -> one.passage().filename() + "\n" + one.passage().section());
        var around = joined(quotes, one -> one.passage().text());
        return hasItsNumbers(sentence, quoted, named, around) && hasItsWords(tokens(sentence), tokens(quoted), named);
    }

    private static String joined(List<CheckedQuotes.Found> quotes, Function<CheckedQuotes.Found, String> what) {
        return quotes.stream().map(what).collect(Collectors.joining("\n"));
    }

    private boolean hasItsNumbers(String sentence, String quoted, String named, String around) {
        var told = Numbers.of(sentence);
        var inQuotes = Numbers.of(quoted);
        var missing = new HashSet<>(told);
        missing.removeAll(inQuotes);
        missing.removeAll(Numbers.of(named));
        if (missing.isEmpty()) return true;
        var tellsTheQuotes = inQuotes.isEmpty() || told.stream().anyMatch(inQuotes::contains);
        return tellsTheQuotes
                && numbersAsked.containsAll(missing)
                && Numbers.of(around).containsAll(missing);
    }

    private boolean hasItsWords(Set<String> said, Set<String> quoted, String named) {
        if (otherLanguage) return said.stream().anyMatch(word -> quoted.contains(word) || asked.contains(word));
        if (said.stream().noneMatch(quoted::contains)) return false;
        var names = tokens(named);
        var added = said.stream().filter(word -> !asked.contains(word)).toList();
        var told = added.isEmpty() ? said : added;
        var known = told.stream().filter(word -> quoted.contains(word) || names.contains(word));
        return known.count() >= told.size() * FROM_QUOTES;
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
