package kb.weaviate;

import io.weaviate.client.base.http.HttpClient;
import io.weaviate.client.base.http.HttpResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import kb.outside.Deadline;
import kb.outside.Part;

/**
 * Carries the client's requests to where the server is at the moment, signed with the key of the moment.
 *
 * <p>It keeps connections, and asks for address and key at each request: on Lambda both arrive after the snapshot was
 * restored, and may be rotated. No failure it throws names them.
 */
final class Wire implements HttpClient {
    /** What the client is told; nothing ever connects to it. */
    static final String HOST = "weaviate.invalid";

    private static final Duration CONNECT = Duration.ofSeconds(2);
    static final Duration READ = Duration.ofSeconds(8);

    private final Supplier<URI> address;
    private final Supplier<Optional<String>> key;
    private final java.net.http.HttpClient http = java.net.http.HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    Wire(Supplier<URI> address, Supplier<Optional<String>> key) {
        this.address = address;
        this.key = key;
    }

    @Override
    public HttpResponse sendGetRequest(String url) throws IOException {
        return send("GET", url, null);
    }

    @Override
    public HttpResponse sendPostRequest(String url, String json) throws IOException {
        return send("POST", url, json);
    }

    @Override
    public HttpResponse sendPutRequest(String url, String json) throws IOException {
        return send("PUT", url, json);
    }

    @Override
    public HttpResponse sendPatchRequest(String url, String json) throws IOException {
        return send("PATCH", url, json);
    }

    @Override
    public HttpResponse sendDeleteRequest(String url, String json) throws IOException {
        return send("DELETE", url, json);
    }

    @Override
    public HttpResponse sendHeadRequest(String url) throws IOException {
        return send("HEAD", url, null);
    }

    private HttpResponse send(String method, String url, String json) throws IOException {
        var answer = inTwoAttempts(request(method, url, json));
        var status = answer.statusCode();
        // 404 and 422 say something about what was asked, and the client reads it; the rest is a failure
        if (status / 100 != 2 && status != 404 && status != 422) throw new IOException("status " + status);
        return new HttpResponse(status, answer.body());
    }

    private java.net.http.HttpResponse<String> inTwoAttempts(HttpRequest request) throws IOException {
        try {
            return answer(request);
        } catch (ConnectException | InterruptedIOException | HttpTimeoutException hopeless) {
            throw hopeless;
        } catch (IOException brokenOff) {
            // A kept connection dies while a Lambda is frozen. All we ever send may be sent twice.
            return answer(request);
        }
    }

    private HttpRequest request(String method, String url, String json) throws IOException {
        var asked = url.substring(url.indexOf(HOST) + HOST.length());
        var base = address.get().toString().replaceFirst("/+$", "");
        try {
            var request = HttpRequest.newBuilder(URI.create(base + asked))
                    .timeout(Deadline.left(Part.INDEX, READ))
                    .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
            if (json != null) request.header("Content-Type", "application/json");
            key.get().ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
            return request.build();
        } catch (IllegalArgumentException quotesTheKey) {
            throw new IOException("the index's address or key cannot be sent");
        }
    }

    /** The request's own timeout ends with the header; a body that stalls needs a second one. */
    private java.net.http.HttpResponse<String> answer(HttpRequest request) throws IOException {
        var sent = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return sent.get(Deadline.left(READ).toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException cause) throw cause;
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException late) {
            throw new HttpTimeoutException("the answer stalled");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            sent.cancel(true);
        }
    }
}
