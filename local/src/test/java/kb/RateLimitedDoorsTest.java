package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import kb.lambda.HttpEntry;
import kb.outside.TimeOrderedIds;
import kb.store.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks too often hears so in the words of the door, and when to come back; the clock begins at 03:04:05.678. */
class RateLimitedDoorsTest {
    private static final int QUESTIONS_A_MINUTE = 60;

    @TempDir
    Path folder;

    @Test
    void the_sixty_first_question_of_a_minute_is_told_to_wait() throws Exception {
        var clock = new MovableClock();
        var ids = new TimeOrderedIds(clock, new SecureRandom());
        try (var twin = new TestTwin(folder, ids, clock, Map.of("RATE_LIMIT_ENABLED", "true"))) {
            var frontEnd =
                    new Described(new LambdaEvents(new HttpEntry(twin.app().router())));
            var openAi = limited(OtherDoor.OPENAI, new Client(frontEnd, twin, "acme", "wren", "user"));
            OtherDoor.OPENAI.assertRefused(429, "rate_limit_exceeded", openAi);
            assertEquals("rate_limit_error", openAi.json().at("/error/type").textValue());
            var mcp = limited(OtherDoor.MCP, new Client(frontEnd, twin, "acme", "robin", "user"));
            OtherDoor.MCP.assertRefused(429, "urn:kb:problem:rate-limited", mcp);
            assertEquals(7, mcp.json().get("id").intValue());
            var app = limited(OtherDoor.APP, new Client(frontEnd, twin, "acme", "jay", "user"));
            assertEquals(429, app.status());
            Shape.of("{\"error\": \"=rate_limit_exceeded\", \"message\": \"text\", \"retry_after\": 55}")
                    .fits(app.json());
        }
    }

    private static FrontEnd.Reply limited(OtherDoor door, Client client) throws Exception {
        for (int i = 0; i < QUESTIONS_A_MINUTE; i++) {
            var reply = client.sendJson("POST", door.path(), Map.of());
            assertEquals(4, reply.status() / 100, reply::text);
        }
        var refused = client.sendJson("POST", door.path(), door.question("Why?"));
        assertEquals("55", refused.header("retry-after").orElseThrow());
        return refused;
    }
}
