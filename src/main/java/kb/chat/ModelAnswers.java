package kb.chat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kb.files.DocumentFiles;
import kb.masking.Masking;
import kb.search.Analyser;
import kb.search.Passage;
import kb.search.SearchService;
import kb.usage.Tariff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a question with what a chat model says from the passages, as far as the quotes it gives stand on their pages.
 *
 * <p>Too little evidence, and no model is asked. What a model writes is a claim and never an answer: it may be wrong, and whoever
 * wrote a document or a question may have told it what to write.
 */
public final class ModelAnswers implements Answers {
    private static final Logger LOG = LoggerFactory.getLogger(ModelAnswers.class);

    private final LanguageModel model;
    private final DocumentFiles files;
    private final Evidence evidence;
    private final Analyser analyser;
    private final Tariff tariff;
    private final Masking masking;
    private final Prompts prompts = new Prompts();
    private final OwnWords ownWords = new OwnWords(prompts.rules());

    public ModelAnswers(
            LanguageModel model,
            DocumentFiles files,
            Evidence evidence,
            Analyser analyser,
            Tariff tariff,
            Masking masking) {
        this.tariff = tariff;
        this.masking = masking;
        this.model = model;
        this.files = files;
        this.evidence = evidence;
        this.analyser = analyser;
    }

    @Override
    public Answer answer(Question question, SearchService.Found found, Consumer<ChatEvent> listener) {
        var passages = found.passages();
        var weighed = evidence.weigh(question.text(), found.meaning(), Candidate.of(passages));
        if (!Evidence.worthReading(weighed))
            return Answer.notInDocuments(Telling.MODE, passages, Evidence.lacking(weighed))
                    .by(weighed);
        for (int most = passages.size(); ; most /= 2) {
            try {
                return told(question, passages.subList(0, most), listener).by(weighed);
            } catch (ModelFailure failure) {
                if (failure.kind() == ModelFailure.Kind.TOO_LONG && most > 1) continue;
                LOG.warn("a question is not answered: {}", failure.getMessage());
                throw new Unanswered(failure, Answer.nearest(passages));
            }
        }
    }

    private Answer told(Question question, List<Passage> passages, Consumer<ChatEvent> listener) {
        var pages = new PageLookup(files, question.selection().tenant(), masking);
        var support = new Support(analyser, question.text(), passages);
        var quotes = new CheckedQuotes(passages, pages);
        var telling = new Telling(passages, question.strict(), quotes, support, ownWords, masking, listener);
        var claims = new ClaimReader(telling::say);
        var written = model.write(prompts.prompt(question.text(), passages), piece -> {
            if (piece.isEmpty()) listener.accept(new ChatEvent.Pulse());
            else claims.read(piece);
        });
        if (written.cutShort()) claims.cut();
        else claims.end();
        return telling.answer(!written.cutShort(), usage(written));
    }

    private Usage usage(LanguageModel.Written written) {
        return new Usage(
                Optional.of(written.model()),
                written.promptTokens(),
                written.completionTokens(),
                tariff.dollars(written.promptTokens(), written.completionTokens()));
    }
}
