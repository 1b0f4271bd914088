package kb.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Where a function's runtime gets its events and leaves its answers ("Using the Lambda runtime API for custom runtimes" in
 * the AWS Lambda Developer Guide).
 */
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private record Invocation(String id, String event, Instant deadline) {}

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(ROOT, this::handle);
        server.start();
    }

    /** As in {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** The function is made and asks for its first event. @throws Exception that it could not be made, or not in time */
    void awaitReady(Duration patience) throws Exception {
        ready.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What the function answers to an event, both as JSON. @throws Exception when it fails, or does not answer in time */
    String invoke(String event, Duration time) throws Exception {
        var invocation = new Invocation(
                UUID.randomUUID().toString(), event, Instant.now().plus(time));
        var answer = new CompletableFuture<String>();
        answers.put(invocation.id(), answer);
        waiting.add(invocation);
        return answer.get(time.plusSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(ROOT.length());
        try (exchange) {
            if (path.equals("invocation/next")) next(exchange);
            else if (path.equals("restore/next"))
                exchange.sendResponseHeaders(200, -1); // the picture is taken, and restored at once
            else taken(exchange, path, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        ready.complete(null);
        var invocation = waiting.take();
        var headers = exchange.getResponseHeaders();
        headers.set("content-type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(invocation.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:000000000000:function:kb:live");
        var event = invocation.event().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
    }

    private void taken(HttpExchange exchange, String path, String body) throws IOException {
        var parts = path.split("/");
        if (path.equals("init/error")) ready.completeExceptionally(new IllegalStateException(body));
        else if (parts[2].equals("response")) answers.remove(parts[1]).complete(body);
        else answers.remove(parts[1]).completeExceptionally(new IllegalStateException(body));
        exchange.sendResponseHeaders(202, -1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
