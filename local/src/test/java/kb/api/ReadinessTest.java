package kb.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kb.chat.HeardModel;
import kb.chat.LanguageModel;
import kb.chat.ModelFailure;
import kb.http.Body;
import kb.outside.Health;
import kb.outside.LastHeard;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.store.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code GET /health/ready} makes of the states of its parts. */
class ReadinessTest {
    private static final LanguageModel.Prompt PROMPT = new LanguageModel.Prompt("rules", "material");

    private final List<Part> down = new ArrayList<>();
    private final MovableClock clock = new MovableClock();
    private final LastHeard embedder = new LastHeard(Part.EMBEDDER, clock);
    private final LastHeard model = new LastHeard(Part.MODEL, clock);

    private Health part(Part part) {
        return new Health() {
            @Override
            public Part part() {
                return part;
            }

            @Override
            public void check() {
                if (down.contains(part)) throw new Unavailable(part, null);
            }
        };
    }

    private static Health broken(Part part) {
        return new Health() {
            @Override
            public Part part() {
                return part;
            }

            @Override
            public void check() {
                throw new Unavailable(part, null);
            }
        };
    }

    private JsonNode ready(int status, Health... more) throws Exception {
        var parts = new ArrayList<>(List.of(part(Part.TABLE), part(Part.QUEUE), part(Part.SECRETS), part(Part.KEYS)));
        parts.addAll(List.of(more));
        var api = new HealthApi("1", new Limits(1, 2), parts, List.of(embedder, model));
        var answer = api.ready(null);
        assertEquals(status, answer.status());
        return answer.body() instanceof Body.Text(var text) ? json(text) : null;
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void what_was_not_needed_yet_is_unknown() throws Exception {
        assertEquals(json("""
                {"status": "ok", "last_heard": {},
                 "parts": {"embedder": "unknown", "keys": "ok", "model": "unknown", "queue": "ok", "secrets": "ok", "table": "ok"}}"""), ready(200));
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"TABLE", "SECRETS", "KEYS"})
    void without_these_nothing_can_be_answered(Part part) throws Exception {
        down.add(part);
        var told = ready(503);
        assertEquals("unavailable", told.get("status").textValue());
        assertEquals("unavailable", told.at("/parts/" + part.word()).textValue());
    }

    @Test
    void without_the_queue_documents_wait_for_the_janitor() throws Exception {
        down.add(Part.QUEUE);
        var told = ready(200);
        assertEquals("degraded", told.get("status").textValue());
        assertEquals("unavailable", told.at("/parts/queue").textValue());
    }

    @Test
    void one_of_several_that_is_down_tells_of_all() throws Exception {
        var told = ready(503, broken(Part.TABLE), part(Part.TABLE));
        assertEquals("unavailable", told.at("/parts/table").textValue());
    }

    @Test
    void of_a_model_the_last_call_counts_and_its_minute_is_told() throws Exception {
        embedder.well();
        embedder.failed();
        assertEquals(json("""
                {"status": "degraded", "last_heard": {"embedder": "2026-01-02T03:04:00Z"},
                 "parts": {"embedder": "unavailable", "keys": "ok", "model": "unknown", "queue": "ok", "secrets": "ok", "table": "ok"}}"""), ready(200));
        embedder.well();
        assertEquals("ok", ready(200).at("/parts/embedder").textValue());
    }

    @ParameterizedTest
    @EnumSource(ModelFailure.Kind.class)
    void a_model_that_answers_that_it_will_not_is_there(ModelFailure.Kind kind) throws Exception {
        var failure = new ModelFailure(kind, "status 500", Optional.empty());
        LanguageModel failing = (_, _) -> {
            throw failure;
        };
        try {
            new HeardModel(failing, model).write(PROMPT, _ -> {});
        } catch (ModelFailure thrown) {
            assertEquals(failure, thrown);
        }
        var state =
                switch (kind) {
                    case TOO_LONG, REFUSED -> "ok";
                    case UNAFFORDABLE -> "unknown"; // it was not asked
                    case BUSY, QUOTA, KEY, SILENT, CUT, GARBLED, UNKNOWN, MISUSED, BROKEN -> "unavailable";
                };
        assertEquals(state, ready(200).at("/parts/model").textValue());
        assertEquals(!state.equals("unknown"), ready(200).get("last_heard").has("model"));
    }
}
