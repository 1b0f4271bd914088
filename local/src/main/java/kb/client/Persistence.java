package kb.client;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Optional;

/** Sends a request until it is answered for good, or for as long as its patience lasts. */
final class Persistence implements AutoCloseable {
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final int REQUEST_TIMEOUT = 408;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .build();
    private final URI address;
    private final Patience patience;
    private final Service.Pauses pauses;

    Persistence(URI address, Patience patience, Service.Pauses pauses) {
        this.address = address;
        this.patience = patience;
        this.pauses = pauses;
    }

    <T> HttpResponse<T> answered(HttpRequest request, BodyHandler<T> handler) {
        for (int attempt = 1; ; attempt++) {
            var response = attempted(request, handler);
            var status = response.map(HttpResponse::statusCode).orElse(0);
            var pause = patience.before(attempt, status, response.flatMap(Persistence::retryAfter));
            if (pause.isEmpty()) return response.orElseThrow(this::unreachable);
            response.map(HttpResponse::body).ifPresent(Persistence::drop);
            pauses.pause(
                    pause.get(), status == 0 ? "there is no answer" : "the service asks for it (%d)".formatted(status));
        }
    }

    private <T> Optional<HttpResponse<T>> attempted(HttpRequest request, BodyHandler<T> handler) {
        try {
            return Optional.of(http.send(request, handler));
        } catch (FileNotFoundException | UncheckedIOException unreadable) {
            throw new Refused(REQUEST_TIMEOUT, "unreadable", "the file cannot be read");
        } catch (IOException noAnswer) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("it was told to stop", stopped);
        }
    }

    private static void drop(Object body) {
        try {
            if (body instanceof InputStream unread) unread.close();
        } catch (IOException gone) {
            // so is what was in it
        }
    }

    private Refused unreachable() {
        return new Refused(0, "", "%s does not answer: see that the service runs there".formatted(address));
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("retry-after")
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
