package kb;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kb.local.LocalEmbeddings;

/**
 * An OpenAI-compatible service on loopback. Its model counts words: texts with the same words lie close together; another
 * knows what English words mean.
 */
public final class EmbeddingService implements AutoCloseable {
    static final String THROTTLED = FaultyProxy.answer(
            "429 Too Many Requests", "application/json", "{\"error\": {\"message\": \"slow down\"}}");

    /** The model that knows, with 384 dimensions. */
    public static final String KNOWING = "bge-small-en-v1.5";

    private static final int DIMENSIONS = 64;

    private final HttpServer server;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final AtomicReference<Held> held = new AtomicReference<>(Held.NOTHING);

    public EmbeddingService() throws IOException {
        this(_ -> {});
    }

    /** @param heard is told of each request's texts before they are answered */
    public EmbeddingService(Consumer<List<String>> heard) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/embeddings", exchange -> answer(exchange, heard));
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How often each text was asked for, with the name of the model before it. */
    public Map<String, Integer> asked() {
        return Map.copyOf(asked);
    }

    private record Held(String part, CountDownLatch released) {
        static final Held NOTHING = new Held("", new CountDownLatch(0));

        void await(String text) {
            try {
                if (text.contains(part)) released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Texts with this in them are not answered until the release. */
    public void hold(String part) {
        held.set(new Held(part, new CountDownLatch(1)));
    }

    public void release() {
        held.get().released().countDown();
    }

    /** @param address this service's, or of what stands before it */
    public static Map<String, String> settings(URI address) {
        return settings(address, "words");
    }

    public static Map<String, String> settings(URI address, String model) {
        return Map.of(
                "EMBEDDING_MODEL",
                model,
                "EMBEDDING_DIMENSIONS",
                Integer.toString(DIMENSIONS),
                "OPENAI_API_BASE",
                address + "/v1");
    }

    private void answer(HttpExchange exchange, Consumer<List<String>> heard) throws IOException {
        try (exchange) {
            var json = new ObjectMapper();
            var texts = new ArrayList<String>();
            var request = json.readTree(exchange.getRequestBody());
            request.get("input").forEach(text -> texts.add(text.textValue()));
            heard.accept(List.copyOf(texts));
            var data = new ArrayList<Map<String, Object>>();
            var model = request.get("model").textValue();
            for (var text : texts) {
                asked.merge(model + ": " + text, 1, Integer::sum);
                held.get().await(text);
                var vector = model.equals(KNOWING) ? Local.vector(text) : vector(text);
                data.add(Map.of("index", data.size(), "object", "embedding", "embedding", vector));
            }
            var usage = Map.of("prompt_tokens", 1, "total_tokens", 1);
            var answer = json.writeValueAsBytes(Map.of("object", "list", "data", data, "usage", usage));
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static final class Local {
        private static final LocalEmbeddings MODEL = new LocalEmbeddings(2);

        static float[] vector(String text) {
            return MODEL.passages(List.of(text)).getFirst().toArray();
        }
    }

    private static List<Double> vector(String text) {
        var counts = new double[DIMENSIONS];
        for (var word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            counts[Math.floorMod(word.hashCode(), DIMENSIONS)]++;
        }
        return java.util.Arrays.stream(counts).boxed().toList();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
