package kb.chat;

import java.util.function.Consumer;
import kb.outside.LastHeard;

/** The same model; how it did is kept. */
public final class HeardModel implements LanguageModel {
    private final LanguageModel model;
    private final LastHeard heard;

    public HeardModel(LanguageModel model, LastHeard heard) {
        this.model = model;
        this.heard = heard;
    }

    @Override
    public Written write(Prompt prompt, Consumer<String> reader) {
        try {
            var written = model.write(prompt, reader);
            heard.well();
            return written;
        } catch (ModelFailure failure) {
            switch (failure.kind()) {
                case TOO_LONG, REFUSED -> heard.well(); // the next question may fare better
                case BUSY, QUOTA, KEY, SILENT, CUT, GARBLED, UNKNOWN, MISUSED, BROKEN -> heard.failed();
                case UNAFFORDABLE -> {} // it was not asked
            }
            throw failure;
        }
    }
}
