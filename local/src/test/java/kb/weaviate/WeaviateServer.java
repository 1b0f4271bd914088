package kb.weaviate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kb.RealPart;

/** A real Weaviate on loopback, started once and stopped with this process. */
public final class WeaviateServer {
    public static final String KEY = "a-very-secret-key";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final URI address;

    private WeaviateServer(URI address) {
        this.address = address;
    }

    /** The running server; without the executable the test ends, by the rule of {@link RealPart}. */
    public static WeaviateServer running() {
        RealPart.WEAVIATE.path();
        return Once.SERVER;
    }

    public URI address() {
        return address;
    }

    private static final class Once {
        private static final WeaviateServer SERVER = start(RealPart.WEAVIATE.path());
    }

    private static WeaviateServer start(Path binary) {
        try {
            var data = Files.createTempDirectory("weaviate");
            var log = data.resolve("server.log");
            var ports = freePorts(7);
            var builder = new ProcessBuilder(
                            binary.toString(), "--scheme", "http", "--host", "127.0.0.1", "--port", ports.getFirst())
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(settings(data, ports));
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, data)));
            var address = URI.create("http://127.0.0.1:" + ports.getFirst());
            awaitReady(process, address, log);
            return new WeaviateServer(address);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, String> settings(Path data, List<String> ports) {
        return Map.ofEntries(
                Map.entry("PERSISTENCE_DATA_PATH", data.resolve("data").toString()),
                Map.entry("AUTHENTICATION_APIKEY_ENABLED", "true"),
                Map.entry("AUTHENTICATION_APIKEY_ALLOWED_KEYS", KEY),
                Map.entry("AUTHENTICATION_APIKEY_USERS", "tests"),
                Map.entry("DEFAULT_VECTORIZER_MODULE", "none"),
                Map.entry("DISABLE_TELEMETRY", "true"),
                // a tenth of the default, so that tests go beyond it
                Map.entry("QUERY_MAXIMUM_RESULTS", "1000"),
                Map.entry("CLUSTER_HOSTNAME", "node1"),
                // without these two its consensus takes another of the machine's addresses and may never find itself
                Map.entry("CLUSTER_ADVERTISE_ADDR", "127.0.0.1"),
                Map.entry("CLUSTER_BIND_ADDR", "127.0.0.1"),
                Map.entry("CLUSTER_GOSSIP_BIND_PORT", ports.get(1)),
                Map.entry("CLUSTER_DATA_BIND_PORT", ports.get(2)),
                Map.entry("RAFT_BOOTSTRAP_EXPECT", "1"),
                Map.entry("RAFT_PORT", ports.get(3)),
                Map.entry("RAFT_INTERNAL_RPC_PORT", ports.get(4)),
                Map.entry("GRPC_PORT", ports.get(5)),
                Map.entry("GO_PROFILING_PORT", ports.get(6)));
    }

    private static void awaitReady(Process process, URI address, Path log) throws IOException {
        var ready =
                HttpRequest.newBuilder(address.resolve("/v1/.well-known/ready")).build();
        var deadline = Instant.now().plus(PATIENCE);
        try (var http = HttpClient.newHttpClient()) {
            while (Instant.now().isBefore(deadline) && process.isAlive()) {
                try {
                    if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) return;
                } catch (IOException notYet) {
                    // it does not listen at once
                }
                process.waitFor(Duration.ofMillis(100));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        var lines = Files.readAllLines(log);
        var end = String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        throw new AssertionError("weaviate did not start:\n" + end);
    }

    private static void stop(Process process, Path data) {
        process.destroy();
        try {
            if (!process.waitFor(Duration.ofSeconds(10)))
                process.destroyForcibly().waitFor();
            try (Stream<Path> files = Files.walk(data)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        } catch (IOException | InterruptedException leftBehind) {
            System.err.println("left behind: " + data);
        }
    }

    private static List<String> freePorts(int count) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            return sockets.stream()
                    .map(socket -> String.valueOf(socket.getLocalPort()))
                    .toList();
        } finally {
            for (var socket : sockets) socket.close();
        }
    }
}
