package kb.jwt;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import kb.outside.Deadline;
import kb.outside.Part;
import kb.outside.Unavailable;

/** Where an issuer publishes its keys: over TLS alone, without redirects, within two seconds from first byte to last. */
final class KeySetAddress {
    private static final Duration TIME = Duration.ofSeconds(2);

    /** Issuers publish a handful of keys, with certificates some kilobytes each. */
    static final int LARGEST = 256 * 1024;

    private static final int OK = 200;

    private final URI address;
    private final Supplier<HttpClient.Builder> clients;

    /** @param clients begin a client for each fetch, so that none is kept in a snapshot */
    KeySetAddress(URI address, Supplier<HttpClient.Builder> clients) {
        if (!"https".equals(address.getScheme())) throw new IllegalArgumentException("a key set needs https");
        this.address = address;
        this.clients = clients;
    }

    /** @throws Unavailable when it is not what a key set may be */
    KeySet fetch(PublicKeyAlgorithm algorithm) {
        var time = Deadline.left(Part.KEYS, TIME);
        var client = clients.get()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(time)
                .build();
        try {
            var answer = answer(client, time);
            if (answer.statusCode() != OK) throw new IOException("status " + answer.statusCode());
            return KeySet.parse(answer.body(), algorithm).orElseThrow(() -> new IOException("no key set"));
        } catch (IOException | TimeoutException down) {
            throw new Unavailable(Part.KEYS, down);
        } finally {
            client.shutdownNow();
        }
    }

    /** The client's own time-out ends with the header fields; this one lasts until the body is there. */
    private HttpResponse<String> answer(HttpClient client, Duration time) throws IOException, TimeoutException {
        var request = HttpRequest.newBuilder(address)
                .header("accept", "application/json")
                .build();
        var pending = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST));
        try {
            return pending.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            pending.cancel(true);
        }
    }
}
