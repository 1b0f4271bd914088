package kb.chat;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A language model did not write what it was asked for; says the kind of failure, and nothing that the provider said. */
public final class ModelFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;
    private final transient Optional<Tokens> tokens;

    public enum Kind {
        /** Too many requests for now. */
        BUSY,
        /** No more is paid for. */
        QUOTA,
        /** The budget of whoever asks has no room for what it may take. */
        UNAFFORDABLE,
        /** The key is not accepted. */
        KEY,
        /** There is more to read than the model can. */
        TOO_LONG,
        /** The provider will not have this written. */
        REFUSED,
        /** Nothing came in time. */
        SILENT,
        /** The text broke off. */
        CUT,
        /** What came is not what was agreed. */
        GARBLED,
        /** There is no model of that name, or no service of that kind at that address. */
        UNKNOWN,
        /** It is asked in a way it does not understand. */
        MISUSED,
        /** Anything else. */
        BROKEN
    }

    /** @param detail for the operator: a status or a type, never a text from outside */
    public ModelFailure(Kind kind, String detail, Optional<Duration> retryAfter) {
        this(kind, detail, retryAfter, Optional.empty());
    }

    /** @param tokens what the provider took for it all the same, where it says so */
    public ModelFailure(Kind kind, String detail, Optional<Duration> retryAfter, Optional<Tokens> tokens) {
        super("the chat model is %s: %s".formatted(kind.name().toLowerCase(Locale.ROOT), detail));
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.tokens = tokens;
    }

    public ModelFailure(Kind kind, String detail) {
        this(kind, detail, Optional.empty());
    }

    /** What a call took. */
    public record Tokens(int prompt, int completion) {}

    public Kind kind() {
        return kind;
    }

    /** What the provider took for it all the same, where it says so. */
    public Optional<Tokens> tokens() {
        return tokens;
    }

    /** When the provider says so, or the budget. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
