package kb.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kb.activity.Deed;
import kb.activity.Kind;
import kb.activity.ResponseTimes;
import kb.search.Passage;
import kb.usage.Prices;
import kb.usage.Spending;

/** A question as the log of what was done keeps it: how it went, how long it took and what it cost, and no word of it. */
public final class TurnDeed {
    public static final String CHATS = "chats";
    public static final String MESSAGES = "messages";
    public static final String ANSWERS = "answers";
    public static final String RETRIEVED = "retrieved";
    public static final String USED = "used";

    private final Deed deed;
    private final int messages;
    private final Clock clock;
    private final Instant begun;
    private final AtomicReference<ChatEvent.Sources> found =
            new AtomicReference<>(new ChatEvent.Sources(List.of(), List.of()));

    private TurnDeed(Deed deed, int messages, Clock clock) {
        this.deed = deed;
        this.messages = messages;
        this.clock = clock;
        this.begun = clock.instant();
    }

    static TurnDeed question(UUID chatId, Clock clock) {
        return new TurnDeed(Deed.of(Kind.CHAT, "question", chatId), 2, clock);
    }

    /** An answer takes another one's place. */
    static TurnDeed regenerate(UUID chatId, Clock clock) {
        return new TurnDeed(Deed.of(Kind.CHAT, "regenerate", chatId), 0, clock);
    }

    /** Passes everything on, and remembers what was found. */
    Consumer<ChatEvent> hearing(Consumer<ChatEvent> listener) {
        return event -> {
            if (event instanceof ChatEvent.Sources sources) found.set(sources);
            listener.accept(event);
        };
    }

    Deed answered(Message answer) {
        var used = found.get().passages().stream()
                .filter(passage -> answer.citations().stream().anyMatch(citation -> isOf(citation, passage)))
                .count();
        var time = taken();
        var told = retrieved(timed(time), used)
                .with("status", answer.status().orElseThrow().name().toLowerCase(Locale.ROOT))
                .counting(MESSAGES, messages)
                .counting(ANSWERS, 1)
                .counting(RETRIEVED, found.get().passages().size())
                .counting(USED, used);
        return ResponseTimes.count(told, time.toMillis());
    }

    Deed unanswered(RuntimeException why) {
        return retrieved(timed(taken()), 0)
                .failed(why instanceof AskerGone ? "aborted" : "failed")
                .counting(MESSAGES, messages);
    }

    /** There is no chat any more to keep it in. */
    Deed deleted() {
        return timed(taken()).failed("deleted");
    }

    private Duration taken() {
        return Duration.between(begun, clock.instant());
    }

    private Deed timed(Duration time) {
        var spent = Spending.taken();
        return deed.with("duration_ms", time.toMillis())
                .with("tokens", spent.tokens())
                .with("cost_usd", Prices.dollars(spent.nanos()));
    }

    private Deed retrieved(Deed told, long used) {
        return told.with("chunks_retrieved", (long) found.get().passages().size())
                .with("chunks_used", used);
    }

    /** Whether a quote begins in a passage. */
    private static boolean isOf(Citation citation, Passage passage) {
        return citation.documentId().equals(passage.documentId())
                && citation.page() == passage.page()
                && citation.span().start() >= passage.span().start()
                && citation.span().start() < passage.span().end();
    }
}
