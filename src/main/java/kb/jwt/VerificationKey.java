package kb.jwt;

import java.util.function.Supplier;

/** What a token's signature is checked with. It fixes the algorithm; a token never chooses (RFC 8725, 3.1). */
public sealed interface VerificationKey {
    /** As the {@code alg} header names it. */
    String algorithm();

    /**
     * HS256.
     *
     * @param secret asked for each time a token must be checked and never before, so that none is held in a snapshot and
     *     a rotated one counts at once; it may throw {@link kb.outside.Unavailable}
     */
    record SharedSecret(Supplier<Secret> secret) implements VerificationKey {
        @Override
        public String algorithm() {
            return "HS256";
        }
    }

    /** RS256 or ES256. @param keys hold only such as fit the algorithm */
    record Published(PublicKeyAlgorithm kind, KeySource keys) implements VerificationKey {
        @Override
        public String algorithm() {
            return kind.name();
        }
    }
}
