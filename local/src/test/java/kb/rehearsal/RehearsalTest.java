package kb.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import kb.TestTwin;
import kb.http.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is run before anybody calls. */
class RehearsalTest {
    private static final Duration TIME = Duration.ofMinutes(10);
    private static final Map<String, String> EXTRACTIVE = Map.of();
    private static final Map<String, String> WITH_A_MODEL = Map.of("OPENAI_MODEL", "m", "OPENAI_API_KEY", "sk-real");

    private static final Rehearsal.Front ROUTER = (router, request) -> {
        var response = router.handle(request);
        return new Rehearsal.Answer(
                response.status(),
                switch (response.body()) {
                    case Body.Text(var text) -> text;
                    case Body.Binary(var bytes) -> bytes.text();
                    case Body.Events(var stream) -> {
                        var text = new StringBuilder();
                        stream.sendTo(event -> text.append(event.wire()));
                        yield text.toString();
                    }
                });
    };

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void every_route_there_is_is_run_and_answers_as_it_should(boolean withModel) throws IOException {
        var played = Rehearsal.perform(withModel ? WITH_A_MODEL : EXTRACTIVE, ROUTER, 2, TIME);
        assertEquals(new TreeSet<>(Rehearsal.routes(TestTwin.shared().app())), new TreeSet<>(played.keySet()));
        for (var answer : played.entrySet()) assertTrue(answer.getValue() < 400, answer::toString);
    }

    @Test
    void what_goes_wrong_in_it_keeps_nobody_from_starting() {
        Rehearsal.Front broken = (_, _) -> {
            throw new IllegalStateException("broken");
        };
        assertThrows(IllegalStateException.class, () -> Rehearsal.perform(EXTRACTIVE, broken, 1, TIME));
        Rehearsal.run(EXTRACTIVE, broken, 1);
        Rehearsal.run(
                EXTRACTIVE,
                (_, _) -> {
                    throw new NoClassDefFoundError("absent");
                },
                1);
    }

    @ParameterizedTest
    @CsvSource({"false, extractive", "true, model"})
    void it_goes_as_it_would_go(boolean withModel, String mode) throws Exception {
        var heard = new TreeMap<String, JsonNode>();
        Rehearsal.Front listening = (router, request) -> {
            var answer = ROUTER.send(router, request);
            var what = request.method() + " " + request.path().replaceAll("[0-9a-f-]{36}", "*");
            if (answer.text().startsWith("{")) heard.put(what, json(answer.text()));
            return answer;
        };
        Rehearsal.perform(withModel ? WITH_A_MODEL : EXTRACTIVE, listening, 2, TIME); // the first may meet deadlines

        // each round's application is new, and is asked for its health first
        assertEquals(
                "{\"embedder\":\"unknown\",\"index\":\"ok\",%s\"queue\":\"ok\",\"secrets\":\"ok\",\"storage\":\"ok\",\"table\":\"ok\"}"
                        .formatted(withModel ? "\"model\":\"unknown\"," : ""),
                heard.get("GET /health/ready").get("parts").toString());
        assertEquals("ready", heard.get("GET /documents/*").get("status").textValue());
        assertEquals(
                "ferry.pdf",
                heard.get("POST /search").at("/passages/0/filename").textValue());
        assertEquals("[]", heard.get("POST /search").get("degraded").toString());
        var answer = heard.get("POST /chats/*/messages");
        assertEquals("answered", answer.get("status").textValue(), answer::toString);
        assertEquals(mode, answer.get("mode").textValue());
        assertEquals(
                "The ferry leaves the harbour at nine.",
                answer.at("/citations/0/quote").textValue());
        assertEquals(
                "{\"vectors\":0,\"objects\":0,\"records\":0,\"quotes\":0}",
                heard.get("DELETE /documents/*").get("left").toString());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
