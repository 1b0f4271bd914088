package kb.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kb.http.Bytes;
import kb.http.Headers;
import kb.http.Request;

/** Tokens made by hand, so that they can be wrong in ways no library lets them be. */
final class Tokens {
    static final long NOW = 1_800_000_000;
    static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
    static final String SECRET = "a secret of the tests, long enough";
    static final String GOOD_HEADER = """
            {"alg":"HS256","typ":"JWT"}""";
    static final String GOOD_PAYLOAD = payload("");

    private Tokens() {}

    static TokenRules rules() {
        return new TokenRules(key(SECRET), Optional.empty(), Optional.empty());
    }

    static VerificationKey key(String secret) {
        return new VerificationKey.SharedSecret(() -> Secret.of(secret));
    }

    static TokenGate gate() {
        return new TokenGate(rules(), CLOCK);
    }

    static TokenGate gate(VerificationKey key) {
        return new TokenGate(new TokenRules(key, Optional.empty(), Optional.empty()), CLOCK);
    }

    /** A good payload and these claims besides. */
    static String payload(String claims) {
        return """
                {"sub":"u1","exp":%d%s}""".formatted(NOW + 60, claims.isEmpty() ? "" : "," + claims);
    }

    /** A token whose payload is right, with this header. */
    static String withHeader(String header) {
        return token(header, GOOD_PAYLOAD);
    }

    /** A token whose header is right, with this payload. */
    static String withPayload(String payload) {
        return token(GOOD_HEADER, payload);
    }

    static String token(String header, String payload) {
        return token(header.getBytes(UTF_8), payload.getBytes(UTF_8));
    }

    static String token(byte[] header, byte[] payload) {
        return Signing.HS256.token(header, payload);
    }

    static String signed(String signingInput, String algorithm, String secret) {
        return signingInput + "." + base64(mac(signingInput, algorithm, secret));
    }

    static byte[] mac(String signingInput, String algorithm, String secret) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            return mac.doFinal(signingInput.getBytes(UTF_8));
        } catch (GeneralSecurityException noSuchMac) {
            throw new AssertionError(noSuchMac);
        }
    }

    static String base64(String text) {
        return base64(text.getBytes(UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Request request(String... authorization) {
        var headers = new Headers(Map.of("Authorization", List.of(authorization)));
        return new Request("GET", "/me", "", headers, Bytes.NONE);
    }
}
