package kb.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * LangChain4j's HTTP over the JDK's client, on the thread that asks: whoever interrupts it closes the connection, also while the
 * provider is silent. LangChain4j's own client hides {@code retry-after} and goes on listening.
 */
final class Wire implements HttpClient {
    private static final ScopedValue<Long> END = ScopedValue.newInstance();
    private final UsageWish usage = new UsageWish();
    private final LengthWish length = new LengthWish();

    /** @param end of what the work asks for, in nanoseconds as {@link System#nanoTime} counts */
    static void until(long end, Runnable work) {
        ScopedValue.where(END, end).run(work);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("every answer is a stream of events");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            var asked = new Asked(length.on(usage.on(request.body())), List.of());
            var refused = ask(request, asked, parser, listener);
            for (var less = lessThan(asked, refused); less.isPresent(); less = lessThan(asked, refused)) {
                asked = less.get();
                refused = ask(request, asked, parser, listener);
            }
            refused.ifPresent(last -> listener.onError(last.failure()));
        } catch (IOException broken) {
            listener.onError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            listener.onError(stopped);
        }
    }

    /** @param taken what is known once it is answered */
    private record Asked(String json, List<Runnable> taken) {
        Asked then(String json, Runnable known) {
            return new Asked(
                    json, Stream.concat(taken.stream(), Stream.of(known)).toList());
        }
    }

    /** The same without what it was refused for, if that can be said. */
    private Optional<Asked> lessThan(Asked asked, Optional<Refusal> refused) {
        var json = asked.json();
        if (refused.filter(why -> why.mayBeFor(length, json)).isPresent())
            return Optional.of(asked.then(LengthWish.renamed(json), length::refuse));
        if (refused.filter(why -> why.mayBeFor(usage, json)).isPresent())
            return Optional.of(asked.then(UsageWish.without(json), usage::refuse));
        return Optional.empty();
    }

    /** @return what there is instead of an answer */
    private Optional<Refusal> ask(
            HttpRequest request, Asked asked, ServerSentEventParser parser, ServerSentEventListener listener)
            throws IOException, InterruptedException {
        var left = Duration.ofNanos(Math.max(1, END.get() - System.nanoTime()));
        var response = Http.CLIENT.send(Http.request(request, asked.json(), left), BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            if (response.statusCode() / 100 != 2) return Optional.of(Refusal.of(response, body));
            asked.taken().forEach(Runnable::run);
            read(response, body, parser, listener);
            return Optional.empty();
        }
    }

    private static void read(
            HttpResponse<InputStream> response,
            InputStream body,
            ServerSentEventParser parser,
            ServerSentEventListener listener) {
        listener.onOpen(SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .build());
        parser.parse(body, new Endings(listener));
        listener.onClose();
    }
}
