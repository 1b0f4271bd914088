package kb.migration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids of version 7 made of old ones: the same each time, and in the order of time, which lists are in here.
 *
 * <p>Old ids were drawn by chance, and would mix up every list.
 */
final class MintedId {
    private static final int MOST_AT_ONCE = 0x0fff;

    private MintedId() {}

    /** @param place among those of the same moment */
    static UUID of(Instant at, int place, String... oldNames) {
        var hash = ByteBuffer.wrap(sha256(String.join("\u0000", oldNames)));
        var high = at.toEpochMilli() << 16 | 0x7000 | Math.min(place, MOST_AT_ONCE);
        var low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
