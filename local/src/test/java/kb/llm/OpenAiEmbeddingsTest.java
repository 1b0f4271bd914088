package kb.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static kb.llm.EmbeddingService.KEY;
import static kb.llm.EmbeddingService.PATH;
import static kb.llm.EmbeddingService.answer;
import static kb.llm.EmbeddingService.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenAiEmbeddingsTest {
    private static final String TWO = """
            {"object": "list", "model": "m", "data": [
              {"object": "embedding", "index": 0, "embedding": [3, 4]},
              {"object": "embedding", "index": 1, "embedding": [0, -2]}],
             "usage": {"prompt_tokens": 4, "total_tokens": 4}}""";

    @RegisterExtension
    static final EmbeddingService SERVICE = new EmbeddingService();

    @Test
    void texts_are_sent_as_they_are_and_their_vectors_come_back_in_order_at_length_one() {
        SERVICE.stubFor(post(PATH).willReturn(okJson(TWO)));

        var vectors = SERVICE.embeddings(KEY).passages(List.of("a \"quoted\" word", "Ünïcödé 😀"));

        assertEquals(List.of(vector(0.6f, 0.8f), vector(0, -1)), vectors);
        SERVICE.verify(postRequestedFor(urlEqualTo(PATH)).withRequestBody(equalToJson("""
                {"model": "m", "dimensions": 2, "input": ["a \\"quoted\\" word", "Ünïcödé 😀"]}""")));
    }

    @Test
    void it_speaks_plain_http_1_1_and_signs_with_the_key() {
        SERVICE.stubFor(post(PATH).willReturn(okJson(TWO)));

        SERVICE.embeddings(KEY).passages(List.of("one", "two"));

        var request = SERVICE.getAllServeEvents().getFirst().getRequest();
        assertEquals("HTTP/1.1", request.getProtocol());
        assertFalse(request.containsHeader("Upgrade"));
        assertEquals("Bearer " + KEY, request.getHeader("Authorization"));
    }

    @Test
    void many_texts_go_in_batches_of_a_hundred() {
        SERVICE.stubFor(post(PATH).willReturn(okJson(answer(50))));
        SERVICE.stubFor(post(PATH)
                .inScenario("batches")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("rest")
                .willReturn(okJson(answer(100))));

        var vectors = SERVICE.embeddings(KEY)
                .passages(IntStream.range(0, 150).mapToObj(n -> "text " + n).toList());

        assertEquals(150, vectors.size());
        SERVICE.verify(2, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void no_texts_are_no_request() {
        assertEquals(List.of(), SERVICE.embeddings(KEY).passages(List.of()));
        SERVICE.verify(0, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void a_question_is_one_text() {
        SERVICE.stubFor(post(PATH).willReturn(okJson(answer(1))));

        assertEquals(vector(1, 0), SERVICE.embeddings(KEY).question("why?"));
    }

    @Test
    void a_rotated_key_is_used_from_the_next_call_on() {
        SERVICE.stubFor(post(PATH).willReturn(okJson(answer(1))));
        var key = new AtomicReference<>("old");
        var embeddings = new OpenAiEmbeddings(SERVICE::address, key::get, "m", 2, Duration.ofSeconds(5));

        embeddings.question("before");
        key.set("new");
        embeddings.question("after");

        var keys = SERVICE.getAllServeEvents().stream()
                .map(event -> event.getRequest().getHeader("Authorization"))
                .sorted()
                .toList();
        assertEquals(List.of("Bearer new", "Bearer old"), keys);
    }

    @Test
    void neither_address_nor_key_is_asked_for_before_the_first_use() {
        new OpenAiEmbeddings(
                () -> {
                    throw new AssertionError("asked for the address");
                },
                () -> {
                    throw new AssertionError("asked for the key");
                },
                "m",
                2,
                Duration.ofSeconds(5));
    }
}
