package kb.chat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kb.outside.Deadline;
import kb.outside.Unavailable;
import kb.search.Analyser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a small model make a follow-up question stand alone, and whenever it does not do that, another way.
 *
 * <p>What the model writes is searched for and shown as what was searched for, and answers that it reads may quote a stranger's document:
 * so it is taken only when it is one plain question in the words of the conversation.
 */
public final class RewrittenQuestion implements StandaloneQuestion {
    private static final Logger LOG = LoggerFactory.getLogger(RewrittenQuestion.class);
    private static final Pattern SEARCH = Pattern.compile("(?i)\\W*search\\s*\\|(.*)");
    private static final int LONGEST_HEARD = 4_000;
    /** Beyond the question's own length. */
    private static final int MOST_ADDED = 400;
    /** Of its words, how many the conversation has at least. */
    private static final double FROM_CONVERSATION = 0.6;
    /** Of the request's time; the rest is for the answer. */
    private static final double SHARE = 0.2;

    private final LanguageModel model;
    private final StandaloneQuestion otherwise;
    private final Analyser analyser;
    private final FollowUpPrompts prompts = new FollowUpPrompts();
    private final OwnWords ownWords = new OwnWords(prompts.rules());

    public RewrittenQuestion(LanguageModel model, StandaloneQuestion otherwise, Analyser analyser) {
        this.model = model;
        this.otherwise = otherwise;
        this.analyser = analyser;
    }

    @Override
    public String of(String question, List<Turn> history) {
        if (history.isEmpty()) return question;
        return written(question, history)
                .filter(text -> isPlain(text) && isFrom(conversation(question, history), question, text))
                .orElseGet(() -> otherwise.of(question, history));
    }

    private Optional<String> written(String question, List<Turn> history) {
        try {
            var heard = new StringBuilder();
            Deadline.within(
                    SHARE,
                    () -> model.write(prompts.prompt(question, history), piece -> {
                        if (heard.length() < LONGEST_HEARD) heard.append(piece);
                    }));
            return heard.toString()
                    .lines()
                    .map(SEARCH::matcher)
                    .filter(line -> line.matches())
                    .map(line -> line.group(1).strip())
                    .filter(text -> !text.isEmpty() && text.length() <= question.length() + MOST_ADDED)
                    .findFirst();
        } catch (ModelFailure failure) {
            LOG.warn("a follow-up question is understood by rule: {}", failure.getMessage());
        } catch (Unavailable down) {
            LOG.warn("a follow-up question is understood by rule: {}", down.getMessage());
        }
        return Optional.empty();
    }

    private boolean isPlain(String text) {
        return PlainText.of(text).equals(text) && !ownWords.areIn(text);
    }

    private static String conversation(String question, List<Turn> history) {
        return history.stream()
                        .map(turn -> turn.understood() + "\n" + turn.answer())
                        .collect(Collectors.joining("\n"))
                + "\n" + question;
    }

    /** Whether it keeps the question's numbers, has none from elsewhere, and mostly words that were said. */
    private boolean isFrom(String conversation, String question, String text) {
        var numbers = Numbers.of(text);
        if (!numbers.containsAll(Numbers.of(question))) return false;
        if (!Numbers.of(conversation).containsAll(numbers)) return false;
        var said = tokens(conversation);
        var written = tokens(text);
        var known = written.stream().filter(said::contains).count();
        return known > 0 && known >= written.size() * FROM_CONVERSATION;
    }

    private Set<String> tokens(String text) {
        return new HashSet<>(analyser.tokens(text));
    }
}
