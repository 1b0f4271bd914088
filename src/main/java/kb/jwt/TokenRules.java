package kb.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import kb.outside.Health;

/**
 * Which tokens count.
 *
 * @param issuer what {@code iss} must be, when it matters
 * @param audience what {@code aud} must be or contain, when it matters
 */
public record TokenRules(VerificationKey key, Optional<String> issuer, Optional<String> audience) {
    /** Whether tokens can be signed here: only with a secret that is ours too. */
    public boolean canSign() {
        return key instanceof VerificationKey.SharedSecret;
    }

    /** What tokens can't be checked without, where that is somebody else's. */
    public Optional<Health> need() {
        return key instanceof VerificationKey.Published published && published.keys() instanceof PublishedKeys asked
                ? Optional.of(asked)
                : Optional.empty();
    }

    /** @param header says which of several keys it is, and nothing more */
    Algorithm verifier(JsonNode header) {
        return switch (key) {
            case VerificationKey.SharedSecret shared -> hmac(shared);
            case VerificationKey.Published(var kind, var keys) ->
                kind.verifier(keys.find(Optional.ofNullable(header.path("kid").textValue()))
                        .orElseThrow(Refusal.KEY::exception));
        };
    }

    /** @throws IllegalStateException when tokens cannot be signed here */
    Algorithm signer() {
        return switch (key) {
            case VerificationKey.SharedSecret shared -> hmac(shared);
            case VerificationKey.Published published ->
                throw new IllegalStateException(
                        "tokens are signed elsewhere with JWT_ALGORITHM=%s: get one from their issuer, or use HS256"
                                .formatted(published.algorithm()));
        };
    }

    private static Algorithm hmac(VerificationKey.SharedSecret shared) {
        return Algorithm.HMAC256(shared.secret().get().bytes());
    }
}
