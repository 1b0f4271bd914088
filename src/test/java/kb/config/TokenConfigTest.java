package kb.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import kb.jwt.PublicKeyAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens count is a setting that cannot be half made. */
class TokenConfigTest {
    private static final String ADDRESS = "https://login.example.org/.well-known/jwks.json?p=1";

    private static TokenConfig tokens(Map<String, String> variables) {
        return Config.from(variables).tokens();
    }

    private static String complaint(Map<String, String> variables) {
        return assertThrows(InvalidConfiguration.class, () -> Config.from(variables))
                .getMessage();
    }

    private static PublicKey key(String type, int size) throws Exception {
        var generator = KeyPairGenerator.getInstance(type);
        generator.initialize(size);
        return generator.generateKeyPair().getPublic();
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----";
    }

    @Test
    void a_public_key_or_the_address_of_some() throws Exception {
        var rsa = key("RSA", 2048);
        assertEquals(
                new TokenConfig.OneKey(PublicKeyAlgorithm.RS256, rsa),
                tokens(Map.of("JWT_ALGORITHM", "RS256", "JWT_PUBLIC_KEY", pem(rsa)))
                        .signature());
        var point = key("EC", 256);
        assertEquals(
                new TokenConfig.OneKey(PublicKeyAlgorithm.ES256, point),
                tokens(Map.of("JWT_ALGORITHM", "ES256", "JWT_PUBLIC_KEY", pem(point)))
                        .signature());
        assertEquals(
                new TokenConfig.KeySet(PublicKeyAlgorithm.ES256, URI.create(ADDRESS)),
                tokens(Map.of("JWT_ALGORITHM", "ES256", "JWT_JWKS_URL", ADDRESS))
                        .signature());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256"})
    void never_neither_and_never_both(String algorithm) {
        var needs = "JWT_ALGORITHM=%s needs one of JWT_PUBLIC_KEY and JWT_JWKS_URL".formatted(algorithm);
        assertEquals(needs, complaint(Map.of("JWT_ALGORITHM", algorithm)));
        assertEquals(
                needs, complaint(Map.of("JWT_ALGORITHM", algorithm, "JWT_PUBLIC_KEY", "x", "JWT_JWKS_URL", ADDRESS)));
    }

    @ParameterizedTest
    @CsvSource({"JWT_PUBLIC_KEY, a key", "JWT_JWKS_URL, https://login.example.org/keys"})
    void a_key_that_would_not_be_used_is_told(String name, String value) {
        var needs = name + " needs JWT_ALGORITHM=RS256 or JWT_ALGORITHM=ES256";
        assertEquals(needs, complaint(Map.of(name, value)));
        assertEquals(needs, complaint(Map.of(name, value, "JWT_ALGORITHM", "HS256")));
        assertEquals(
                "JWT_ALGORITHM must be HS256, RS256 or ES256",
                complaint(Map.of(name, value, "JWT_ALGORITHM", "RS512")));
    }

    @Test
    void a_key_is_good_enough_for_its_algorithm() throws Exception {
        var rsa =
                "JWT_PUBLIC_KEY must be an RSA key of 2048 bits or more in PEM, which begins with -----BEGIN PUBLIC KEY-----";
        var point =
                "JWT_PUBLIC_KEY must be a key of the curve P-256 in PEM, which begins with -----BEGIN PUBLIC KEY-----";
        for (var wrong : new String[] {"swordfish", pem(key("RSA", 1024)), pem(key("EC", 256))}) {
            assertEquals(rsa, complaint(Map.of("JWT_ALGORITHM", "RS256", "JWT_PUBLIC_KEY", wrong)));
        }
        for (var wrong : new String[] {"swordfish", pem(key("EC", 384)), pem(key("RSA", 2048))}) {
            assertEquals(point, complaint(Map.of("JWT_ALGORITHM", "ES256", "JWT_PUBLIC_KEY", wrong)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example.org/keys",
                "login.example.org/keys",
                "https://",
                "https://a b/keys",
                "https://user:password@login.example.org/keys",
                "https://login.example.org/keys#one",
                "file:///etc/keys",
                "HTTPS://login.example.org/keys"
            })
    void keys_come_over_tls_from_a_host(String address) {
        assertEquals(
                "JWT_JWKS_URL must be an https address such as https://login.example.org/.well-known/jwks.json",
                complaint(Map.of("JWT_ALGORITHM", "RS256", "JWT_JWKS_URL", address)));
    }

    @Test
    void its_text_tells_no_key_and_no_address() throws Exception {
        var rsa = key("RSA", 2048);
        var one = Config.from(Map.of("JWT_ALGORITHM", "RS256", "JWT_PUBLIC_KEY", pem(rsa)));
        assertFalse(one.toString().contains("modulus"), one::toString);
        var many = Config.from(new HashMap<>(Map.of("JWT_ALGORITHM", "RS256", "JWT_JWKS_URL", ADDRESS)));
        assertFalse(many.toString().contains("login.example.org"), many::toString);
    }
}
