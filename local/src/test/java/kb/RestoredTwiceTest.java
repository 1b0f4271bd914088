package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kb.config.Config;
import kb.outside.TimeOrderedIds;
import kb.pdf.PdfBoxPainter;
import kb.pdf.PdfBoxReader;
import org.junit.jupiter.api.Test;

/** One snapshot becomes many functions, with all that the first one had in its memory. */
class RestoredTwiceTest {
    private static final Clock SAME_MOMENT = Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void their_ids_differ_even_in_the_same_millisecond() throws Exception {
        var pictured = Production.chance();
        new TimeOrderedIds(SAME_MOMENT, pictured).get();
        var snapshot = snapshot(pictured);
        assertNotEquals(firstId(snapshot), firstId(snapshot));
    }

    /** Whatever the application has of chance, wherever it keeps it. */
    @Test
    void nothing_of_chance_in_the_application_repeats_itself_and_nothing_is_drawn_yet() throws Exception {
        var pictured = InItsMemory.of(Production.rehearsing(
                Config.from(Map.of("INGEST_QUEUE_URL", "http://127.0.0.1:9/queue")),
                URI.create("http://127.0.0.1:9"),
                new PdfBoxReader(),
                new PdfBoxPainter()));
        var chance = pictured.all(RandomGenerator.class);
        assertFalse(chance.isEmpty());
        for (var one : chance) {
            var snapshot = snapshot((SecureRandom) one);
            assertNotEquals(firstId(snapshot), firstId(snapshot));
        }
        assertEquals(List.of(), pictured.all(UUID.class));
    }

    /** What the first test would see of a generator that keeps its state. */
    @Test
    void a_generator_with_a_state_would_repeat_itself() throws Exception {
        var pictured = SecureRandom.getInstance("SHA1PRNG");
        pictured.setSeed("the same".getBytes(StandardCharsets.UTF_8));
        var snapshot = snapshot(pictured);
        assertEquals(firstId(snapshot), firstId(snapshot));
    }

    private static byte[] snapshot(SecureRandom random) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(random);
        }
        return bytes.toByteArray();
    }

    private static UUID firstId(byte[] snapshot) throws Exception {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(snapshot))) {
            return new TimeOrderedIds(SAME_MOMENT, (SecureRandom) in.readObject()).get();
        }
    }
}
