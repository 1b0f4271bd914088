package kb.chat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import kb.usage.Spending;
import kb.usage.Stage;
import kb.usage.Use;

/**
 * A model whose every call is put on the account of whoever asks.
 *
 * <p>What breaks off is paid for too, as far as anybody knows: once a piece was heard, or the reader went away, the tokens are
 * estimated. What failed before that was not written, and costs nothing.
 */
public final class MeteredModel implements LanguageModel {
    private final LanguageModel model;
    private final String name;
    private final Stage stage;

    /** @param name as it is configured and has its price; a provider may call it otherwise */
    public MeteredModel(LanguageModel model, String name, Stage stage) {
        this.model = model;
        this.name = name;
        this.stage = stage;
    }

    @Override
    public Written write(Prompt prompt, Consumer<String> reader) {
        var heard = new AtomicLong();
        try {
            var written = model.write(prompt, piece -> {
                heard.addAndGet(piece.length());
                reader.accept(piece);
            });
            Spending.report(use(prompt, written, heard.get()));
            return written;
        } catch (ModelFailure failure) {
            if (heard.get() > 0) Spending.report(estimated(prompt, heard.get()));
            throw failure;
        } catch (RuntimeException readerGone) {
            Spending.report(estimated(prompt, heard.get()));
            throw readerGone;
        }
    }

    private Use use(Prompt prompt, Written written, long heard) {
        if (written.promptTokens() == 0 && written.completionTokens() == 0) return estimated(prompt, heard);
        return new Use(stage, name, written.promptTokens(), written.completionTokens(), false);
    }

    private Use estimated(Prompt prompt, long heard) {
        var characters = prompt.rules().length() + prompt.material().length();
        return Use.estimated(stage, name, characters, heard);
    }
}
