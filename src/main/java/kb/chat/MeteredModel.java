package kb.chat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import kb.usage.Spending;
import kb.usage.Stage;
import kb.usage.Use;

/**
 * A model whose every call is put on the account of whoever asks, and is made only when the account can pay for the most that it may take.
 *
 * <p>What breaks off is paid for too, as far as anybody knows: what the provider says it took, else, once a piece was heard or the
 * reader went away, an estimate. What failed before that was not written, and costs nothing.
 */
public final class MeteredModel implements LanguageModel {
    /** What a provider puts around a prompt, in tokens. */
    private static final long AROUND = 64;

    private final LanguageModel model;
    private final String name;
    private final Stage stage;

    /** @param name as it is configured and has its price; a provider may call it otherwise */
    public MeteredModel(LanguageModel model, String name, Stage stage) {
        this.model = model;
        this.name = name;
        this.stage = stage;
    }

    /** More is heard than is paid for: the provider knows of no longest length. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("the text is long enough", null, false, false);
        }
    }

    @Override
    public Written write(Prompt prompt, Consumer<String> reader) {
        demandAffordable(prompt);
        var limited = Spending.isLimited();
        var heard = new AtomicLong();
        try {
            var written = model.write(prompt, piece -> {
                heard.addAndGet(piece.length());
                if (limited && estimated(prompt, heard.get()).written() > Spending.LONGEST_TEXT) throw new Enough();
                reader.accept(piece);
            });
            Spending.report(use(prompt, written, heard.get()));
            return written;
        } catch (ModelFailure failure) {
            failure.tokens()
                    .map(tokens -> reported(tokens.prompt(), tokens.completion()))
                    .or(() -> Optional.of(estimated(prompt, heard.get())).filter(_ -> heard.get() > 0))
                    .ifPresent(Spending::report);
            throw failure;
        } catch (Enough heardEnough) {
            Spending.report(estimated(prompt, heard.get()));
            return new Written(name, 0, 0, true);
        } catch (RuntimeException readerGone) {
            Spending.report(estimated(prompt, heard.get()));
            throw readerGone;
        }
    }

    private void demandAffordable(Prompt prompt) {
        if (!Spending.isLimited()) return;
        Spending.refusal(name, bytes(prompt.rules()) + bytes(prompt.material()) + AROUND, Spending.LONGEST_TEXT)
                .ifPresent(time -> {
                    throw new ModelFailure(ModelFailure.Kind.UNAFFORDABLE, "no room in the budget", Optional.of(time));
                });
    }

    /** No text has more tokens. */
    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private Use use(Prompt prompt, Written written, long heard) {
        if (written.promptTokens() == 0 && written.completionTokens() == 0) return estimated(prompt, heard);
        return reported(written.promptTokens(), written.completionTokens());
    }

    private Use reported(int read, int written) {
        return new Use(stage, name, read, written, false);
    }

    private Use estimated(Prompt prompt, long heard) {
        var characters = prompt.rules().length() + prompt.material().length();
        return Use.estimated(stage, name, characters, heard);
    }
}
