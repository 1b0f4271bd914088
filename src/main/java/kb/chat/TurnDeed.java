package kb.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import kb.activity.Activity;
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

    private TurnDeed() {}

    /** Asks, and says what came of it. @param asking hears a listener that passes everything on */
    static Optional<Message> asked(
            UUID chatId,
            Clock clock,
            Consumer<ChatEvent> listener,
            Function<Consumer<ChatEvent>, Optional<Message>> asking) {
        return of(Deed.of(Kind.CHAT, "question", chatId), 2, clock, listener, asking);
    }

    /** Likewise, of an answer that takes another one's place. */
    static Optional<Message> askedAgain(
            UUID chatId,
            Clock clock,
            Consumer<ChatEvent> listener,
            Function<Consumer<ChatEvent>, Optional<Message>> asking) {
        return of(Deed.of(Kind.CHAT, "regenerate", chatId), 0, clock, listener, asking);
    }

    private static Optional<Message> of(
            Deed deed,
            int messages,
            Clock clock,
            Consumer<ChatEvent> listener,
            Function<Consumer<ChatEvent>, Optional<Message>> asking) {
        var begun = clock.instant();
        var found = new AtomicReference<>(new ChatEvent.Sources(List.of(), List.of()));
        try {
            var answer = asking.apply(event -> {
                if (event instanceof ChatEvent.Sources sources) found.set(sources);
                listener.accept(event);
            });
            var told = timed(deed, Duration.between(begun, clock.instant()));
            Activity.did(answer.map(message -> answered(told, message, messages, found.get()))
                    .orElse(told.failed("deleted")));
            return answer;
        } catch (RuntimeException failure) {
            var told = timed(deed, Duration.between(begun, clock.instant()));
            Activity.did(retrieved(told, found.get(), 0)
                    .failed(failure instanceof AskerGone ? "aborted" : "failed")
                    .counting(MESSAGES, messages));
            throw failure;
        }
    }

    private static Deed timed(Deed deed, Duration time) {
        var taken = Spending.taken();
        return deed.with("duration_ms", time.toMillis())
                .with("tokens", taken.tokens())
                .with("cost_usd", Prices.dollars(taken.nanos()));
    }

    private static Deed answered(Deed deed, Message answer, int messages, ChatEvent.Sources found) {
        var used = found.passages().stream()
                .filter(passage -> answer.citations().stream().anyMatch(citation -> isOf(citation, passage)))
                .count();
        var told = retrieved(deed, found, used)
                .with("status", answer.status().orElseThrow().name().toLowerCase(Locale.ROOT))
                .counting(MESSAGES, messages)
                .counting(ANSWERS, 1)
                .counting(RETRIEVED, found.passages().size())
                .counting(USED, used);
        return ResponseTimes.count(told, (Long) deed.details().get("duration_ms"));
    }

    private static Deed retrieved(Deed deed, ChatEvent.Sources found, long used) {
        return deed.with("chunks_retrieved", (long) found.passages().size()).with("chunks_used", used);
    }

    /** Whether a quote begins in a passage. */
    private static boolean isOf(Citation citation, Passage passage) {
        return citation.documentId().equals(passage.documentId())
                && citation.page() == passage.page()
                && citation.span().start() >= passage.span().start()
                && citation.span().start() < passage.span().end();
    }
}
