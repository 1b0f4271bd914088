package kb.llm;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import kb.search.Vector;

/** An OpenAI-compatible service that answers as a test tells it to. */
final class EmbeddingService extends WireMockExtension {
    static final String KEY = "sk-very-secret";
    static final String PATH = "/v1/embeddings";

    EmbeddingService() {
        super(newInstance().options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1")));
    }

    OpenAiEmbeddings embeddings(String key) {
        return new OpenAiEmbeddings(this::address, () -> key, "m", 2, Duration.ofMillis(1_500));
    }

    URI address() {
        return URI.create(baseUrl() + "/v1");
    }

    static Vector vector(float... values) {
        return Vector.of(values);
    }

    static String answer(int vectors) {
        return answer(IntStream.range(0, vectors).mapToObj(n -> "[1, 0]").toArray(String[]::new));
    }

    static String answer(String... vectors) {
        var data = IntStream.range(0, vectors.length)
                .mapToObj(n -> "{\"index\": %d, \"embedding\": %s}".formatted(n, vectors[n]))
                .toList();
        return "{\"object\": \"list\", \"data\": " + data + ", \"usage\": {\"prompt_tokens\": 1, \"total_tokens\": 1}}";
    }
}
