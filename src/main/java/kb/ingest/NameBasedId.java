package kb.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUID version 5 of RFC 9562: the same names give the same id, everywhere and always. */
final class NameBasedId {
    private NameBasedId() {}

    static UUID of(UUID namespace, String name) {
        var hash = sha1();
        hash.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .flip());
        var bits = ByteBuffer.wrap(hash.digest(name.getBytes(UTF_8)));
        var most = bits.getLong() & ~0xF000L | 0x5000L;
        var least = bits.getLong() & ~(0b11L << 62) | 0b10L << 62;
        return new UUID(most, least);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}
