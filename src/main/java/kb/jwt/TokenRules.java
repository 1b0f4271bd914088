package kb.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import java.util.Optional;

/**
 * Which tokens count.
 *
 * @param issuer what {@code iss} must be, when it matters
 * @param audience what {@code aud} must be or contain, when it matters
 */
public record TokenRules(VerificationKey key, Optional<String> issuer, Optional<String> audience) {
    Algorithm algorithm() {
        return switch (key) {
            case VerificationKey.SharedSecret(var secret) ->
                Algorithm.HMAC256(secret.get().bytes());
        };
    }
}
