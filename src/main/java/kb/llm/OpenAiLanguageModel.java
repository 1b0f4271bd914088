package kb.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kb.chat.LanguageModel;
import kb.chat.MeteredModel;
import kb.chat.ModelFailure;
import kb.outside.Deadline;
import kb.outside.Part;
import kb.usage.Spending;
import kb.usage.Stage;

/**
 * A chat model of an OpenAI-compatible service, asked to write as a stream of events.
 *
 * <p>A passing fault is tried again, later each time and inside the deadline, as long as nothing was heard of the text.
 */
public final class OpenAiLanguageModel implements LanguageModel {
    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    /** Whoever is to wait longer is better told so. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Supplier<URI> address;
    private final Supplier<String> key;
    private final String name;
    private final Stage stage;
    private final Duration timeout;
    private final StreamingChatModel model;

    /**
     * @param address up to and including {@code /v1}; asked, like the key, at each call, so a rotated one is picked up
     * @param stage what its texts are for
     * @param timeout for one text, all attempts included
     */
    public OpenAiLanguageModel(
            Supplier<URI> address, Supplier<String> key, String name, Stage stage, Duration timeout) {
        this.address = address;
        this.key = key;
        this.name = name;
        this.stage = stage;
        this.timeout = timeout;
        this.model = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(new Http.Made(new Wire()))
                .baseUrl(Http.NOWHERE)
                .modelName(name)
                .build();
    }

    @Override
    public Written write(Prompt prompt, Consumer<String> reader) {
        var service = new Http.Service(address.get(), key.get());
        var request = request(prompt);
        var end = System.nanoTime() + Deadline.left(Part.MODEL, timeout).toNanos();
        for (int attempt = 1; ; attempt++) {
            var heard = new AtomicBoolean();
            try {
                return attempt(service, request, end).write(prompt, piece -> {
                    if (!piece.isEmpty()) heard.set(true);
                    reader.accept(piece);
                });
            } catch (ModelFailure failure) {
                var pause = pause(failure, attempt);
                var late = System.nanoTime() + pause.toNanos() >= end;
                if (heard.get() || attempt == ATTEMPTS || !passes(failure) || late) throw failure;
                wait(pause, reader);
            }
        }
    }

    /** Where money is short a text has a longest length. */
    private static ChatRequest request(Prompt prompt) {
        return ChatRequest.builder()
                .messages(SystemMessage.from(prompt.rules()), UserMessage.from(prompt.material()))
                .maxOutputTokens(Spending.isLimited() ? Spending.LONGEST_TEXT : null)
                .build();
    }

    /** Each is paid for. */
    private LanguageModel attempt(Http.Service service, ChatRequest request, long end) {
        var writing = new Writing(model, service, request, name, end);
        return new MeteredModel((_, reader) -> writing.read(reader), name, stage);
    }

    private static boolean passes(ModelFailure failure) {
        return switch (failure.kind()) {
            case UNAFFORDABLE -> false;
            case BUSY -> failure.retryAfter().orElse(Duration.ZERO).compareTo(LONGEST_PAUSE) <= 0;
            case CUT, BROKEN, GARBLED -> true;
            case QUOTA, KEY, TOO_LONG, REFUSED, SILENT, UNKNOWN, MISUSED -> false;
        };
    }

    private static Duration pause(ModelFailure failure, int attempt) {
        return failure.retryAfter().orElse(FIRST_PAUSE.multipliedBy(1L << 2 * (attempt - 1)));
    }

    private static void wait(Duration pause, Consumer<String> reader) {
        try {
            var end = System.nanoTime() + pause.toNanos();
            for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
                Thread.sleep(Duration.ofNanos(Math.min(left, Writing.PULSE.toNanos())));
                reader.accept("");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ModelFailure(ModelFailure.Kind.SILENT, "told to stop");
        }
    }
}
