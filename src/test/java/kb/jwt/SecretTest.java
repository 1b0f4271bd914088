package kb.jwt;

import static kb.jwt.Tokens.SECRET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void a_short_secret_is_refused_with_advice_and_without_repeating_it() {
        var refused = assertThrows(IllegalArgumentException.class, () -> Secret.of("s".repeat(31)));
        assertEquals(
                "the JWT secret has 31 bytes and needs at least 32: make one with: openssl rand -base64 48",
                refused.getMessage());
    }

    @Test
    void bytes_are_counted_not_characters() {
        assertEquals(32, Secret.of("é".repeat(16)).bytes().length);
    }

    @Test
    void nothing_shows_a_secret() {
        assertEquals("Secret[hidden]", Secret.of(SECRET).toString());
    }
}
