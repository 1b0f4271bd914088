package kb.jwt;

import java.security.PublicKey;
import java.util.Optional;

/** Where the key for a token is looked up. */
@FunctionalInterface
public interface KeySource {
    /**
     * @param id as the token's {@code kid} says it
     * @return empty when no key of that id counts
     * @throws kb.outside.Unavailable when nobody can tell
     */
    Optional<PublicKey> find(Optional<String> id);
}
