package kb.jwt;

import java.nio.charset.StandardCharsets;

/** The secret that tokens are signed and verified with; nothing shows it. */
public final class Secret {
    /** RFC 7518, 3.2: a key for HS256 is at least as long as its hash. */
    private static final int LEAST_BYTES = 32;

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException when it is too short to be one; the message says what to do */
    public static Secret of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalArgumentException("the JWT secret has %d bytes and needs at least %d: make one with: %s"
                    .formatted(bytes.length, LEAST_BYTES, "openssl rand -base64 48"));
        }
        return new Secret(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
