package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import kb.outside.TimeOrderedIds;
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

    /** What the test above would see of a generator that keeps its state. */
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
