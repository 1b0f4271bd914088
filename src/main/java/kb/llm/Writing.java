package kb.llm;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import kb.chat.LanguageModel.Written;
import kb.chat.ModelFailure;
import kb.chat.ModelFailure.Kind;

/** One call: a thread of its own listens to the provider and is stopped, whatever ends the call. */
final class Writing {
    static final Duration PULSE = Duration.ofMillis(250);
    private static final int LONGEST_TEXT = 200_000;

    private final StreamingChatModel model;
    private final Http.Service service;
    private final ChatRequest request;
    private final String name;
    private final long end;

    /** @param name of the model when the provider does not say @param end in nanoseconds, as {@link System#nanoTime} counts */
    Writing(StreamingChatModel model, Http.Service service, ChatRequest request, String name, long end) {
        this.model = model;
        this.service = service;
        this.request = request;
        this.name = name;
        this.end = end;
    }

    private sealed interface Piece {
        record Text(String text) implements Piece {}

        record Done(ChatResponse response) implements Piece {}

        record Failed(Throwable failure) implements Piece {}
    }

    Written read(Consumer<String> reader) {
        var pieces = new LinkedBlockingQueue<Piece>();
        var listening = Thread.ofVirtual().name("write").start(() -> listen(new Listener(pieces, new AtomicInteger())));
        try {
            return read(pieces, reader);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ModelFailure(Kind.SILENT, "told to stop");
        } finally {
            listening.interrupt();
        }
    }

    private void listen(Listener listener) {
        try {
            service.during(() -> Wire.until(end, () -> model.chat(request, listener)));
        } catch (RuntimeException | LinkageError failure) {
            listener.onError(failure);
        }
    }

    private Written read(BlockingQueue<Piece> pieces, Consumer<String> reader) throws InterruptedException {
        var heard = false;
        for (long pulse = System.nanoTime() + PULSE.toNanos(); ; ) {
            var piece = pieces.poll(Math.min(pulse, end) - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (System.nanoTime() >= end) throw new ModelFailure(Kind.SILENT, "no time left");
            if (System.nanoTime() >= pulse) {
                reader.accept("");
                pulse = System.nanoTime() + PULSE.toNanos();
            }
            switch (piece) {
                case null -> {}
                case Piece.Text(var text) -> {
                    heard = true;
                    reader.accept(text);
                }
                case Piece.Done(var response) -> {
                    return written(response);
                }
                case Piece.Failed(var failure) -> throw explained(failure, heard);
            }
        }
    }

    private Written written(ChatResponse response) {
        var reason = response.finishReason();
        var tokens = Optional.ofNullable(response.tokenUsage()).map(Writing::tokens);
        if (reason == null) throw failure(Kind.CUT, "no end", tokens);
        if (reason == FinishReason.CONTENT_FILTER) throw failure(Kind.REFUSED, "filtered", tokens);
        return new Written(
                Optional.ofNullable(response.modelName()).orElse(name),
                tokens.map(ModelFailure.Tokens::prompt).orElse(0),
                tokens.map(ModelFailure.Tokens::completion).orElse(0),
                reason == FinishReason.LENGTH);
    }

    private static ModelFailure.Tokens tokens(TokenUsage used) {
        return new ModelFailure.Tokens(
                Objects.requireNonNullElse(used.inputTokenCount(), 0),
                Objects.requireNonNullElse(used.outputTokenCount(), 0));
    }

    private static ModelFailure failure(Kind kind, String detail, Optional<ModelFailure.Tokens> tokens) {
        return new ModelFailure(kind, detail, Optional.empty(), tokens);
    }

    /** What is thrown says the kind of failure alone: the provider's own words may quote our key or the text back. */
    private static ModelFailure explained(Throwable failure, boolean heard) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ModelFailure ours) return ours;
            if (cause instanceof com.fasterxml.jackson.core.JsonProcessingException)
                return new ModelFailure(Kind.GARBLED, "no JSON");
            if (cause instanceof IOException broken)
                return new ModelFailure(
                        heard ? Kind.CUT : Kind.BROKEN, broken.getClass().getSimpleName());
        }
        return new ModelFailure(Kind.BROKEN, failure.getClass().getSimpleName());
    }

    /** Hands over what the provider sends; the first end is the one that counts. */
    private record Listener(BlockingQueue<Piece> pieces, AtomicInteger length) implements StreamingChatResponseHandler {
        @Override
        public void onPartialResponse(String text) {
            if (length.addAndGet(text.length()) > LONGEST_TEXT)
                pieces.add(new Piece.Failed(new ModelFailure(Kind.GARBLED, "no end of it")));
            else pieces.add(new Piece.Text(text));
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            pieces.add(new Piece.Done(response));
        }

        @Override
        public void onError(Throwable failure) {
            pieces.add(new Piece.Failed(failure));
        }
    }
}
