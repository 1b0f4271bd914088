package kb.jwt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The keys of a JWK set (RFC 7517) that tokens may be verified with; every other key in it is passed over. */
record KeySet(List<Named> keys) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    record Named(Optional<String> id, PublicKey key) {}

    KeySet {
        keys = List.copyOf(keys);
    }

    /** Empty when the text is no key set at all. */
    static Optional<KeySet> parse(String text, PublicKeyAlgorithm algorithm) {
        try {
            var all = JSON.readTree(text).path("keys");
            if (!all.isArray()) return Optional.empty();
            var keys = new ArrayList<Named>();
            for (var one : all) {
                if (isFor(one, algorithm)) {
                    key(one, algorithm).ifPresent(key -> keys.add(new Named(text(one, "kid"), key)));
                }
            }
            return Optional.of(new KeySet(keys));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** A token that names no key is taken where there is but one. */
    Optional<PublicKey> find(Optional<String> id) {
        if (id.isEmpty() && keys.size() != 1) return Optional.empty();
        return keys.stream()
                .filter(one -> id.isEmpty() || one.id().equals(id))
                .map(Named::key)
                .findFirst();
    }

    /** RFC 7517, 4.2 to 4.4: what a key is meant for, where it says so. */
    private static boolean isFor(JsonNode key, PublicKeyAlgorithm algorithm) {
        var operations = key.path("key_ops");
        return algorithm.keyType().equals(key.path("kty").textValue())
                && (!key.has("alg") || algorithm.name().equals(key.path("alg").textValue()))
                && (!key.has("use") || "sig".equals(key.path("use").textValue()))
                && (operations.isMissingNode()
                        || operations.valueStream().anyMatch(one -> "verify".equals(one.textValue())));
    }

    private static Optional<PublicKey> key(JsonNode key, PublicKeyAlgorithm algorithm) {
        return switch (algorithm) {
            case RS256 -> built(algorithm, key, "n", "e", RSAPublicKeySpec::new);
            case ES256 ->
                text(key, "crv")
                        .filter("P-256"::equals)
                        .flatMap(_ -> built(
                                algorithm,
                                key,
                                "x",
                                "y",
                                (x, y) -> new ECPublicKeySpec(new ECPoint(x, y), P256.CURVE)));
        };
    }

    private interface Specification {
        KeySpec of(BigInteger one, BigInteger other);
    }

    private static Optional<PublicKey> built(
            PublicKeyAlgorithm algorithm, JsonNode key, String one, String other, Specification specification) {
        return number(key, one)
                .flatMap(first -> number(key, other).flatMap(second -> algorithm.key(specification.of(first, second))));
    }

    /** RFC 7518, 2: Base64urlUInt. */
    private static Optional<BigInteger> number(JsonNode key, String field) {
        try {
            return text(key, field).map(Base64.getUrlDecoder()::decode).map(bytes -> new BigInteger(1, bytes));
        } catch (IllegalArgumentException notBase64Url) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode key, String field) {
        return Optional.ofNullable(key.path(field).textValue());
    }
}
