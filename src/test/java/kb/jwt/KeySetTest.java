package kb.jwt;

import static kb.jwt.Issuer.jwk;
import static kb.jwt.Issuer.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kb.http.Problem;
import kb.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which keys of a set count. */
class KeySetTest {
    private static final RSAPublicKey RSA = (RSAPublicKey) Signing.RS256.publicKey();
    private static final ECPublicKey POINT = (ECPublicKey) Signing.ES256.publicKey();

    private static KeySet set(PublicKeyAlgorithm algorithm, String... keys) {
        return KeySet.parse("{\"keys\":[" + String.join(",", keys) + "],\"more\":1}", algorithm)
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void those_that_are_meant_for_the_algorithm(PublicKeyAlgorithm algorithm) {
        var mixed = set(
                algorithm,
                jwk("r", RSA, ",\"use\":\"sig\",\"alg\":\"RS256\",\"key_ops\":[\"verify\"],\"x5t\":\"x\""),
                jwk("e", POINT, ",\"use\":\"sig\",\"alg\":\"ES256\""),
                "7",
                "{\"kty\":\"oct\",\"kid\":\"o\",\"k\":\"AAAA\"}");
        var id = algorithm == PublicKeyAlgorithm.RS256 ? "r" : "e";
        assertEquals(
                List.of(id),
                mixed.keys().stream().map(key -> key.id().orElseThrow()).toList());
    }

    // spotless:off
    static List<String> unfit_for_RS256() {
        return List.of(
                jwk("k", RSA, ",\"use\":\"enc\""),
                jwk("k", RSA, ",\"use\":null"),
                jwk("k", RSA, ",\"alg\":\"RS512\""),
                jwk("k", RSA, ",\"alg\":\"PS256\""),
                jwk("k", RSA, ",\"key_ops\":[\"encrypt\"]"),
                jwk("k", RSA, ",\"key_ops\":[]"),
                jwk("k", RSA, ",\"key_ops\":\"verify\""),
                jwk("k", Signing.pair("RSA", 1024).getPublic(), ""),
                rsa(RSA.getModulus().shiftRight(1).setBit(0), BigInteger.valueOf(65_537)),
                rsa(RSA.getModulus(), BigInteger.ONE),
                rsa(RSA.getModulus(), BigInteger.TWO),
                rsa(RSA.getModulus(), BigInteger.ZERO),
                "{\"kty\":\"RSA\",\"kid\":\"k\"}",
                "{\"kty\":\"RSA\",\"kid\":\"k\",\"n\":\"\",\"e\":\"AQAB\"}",
                "{\"kty\":\"RSA\",\"kid\":\"k\",\"n\":\"+/+/\",\"e\":\"AQAB\"}",
                "{\"kty\":\"RSA\",\"kid\":\"k\",\"n\":5,\"e\":\"AQAB\"}",
                "{\"kty\":\"rsa\",\"kid\":\"k\",\"n\":\"" + number(RSA.getModulus()) + "\",\"e\":\"AQAB\"}");
    }

    static List<String> unfit_for_ES256() {
        var x = POINT.getW().getAffineX();
        var y = POINT.getW().getAffineY();
        return List.of(
                jwk("k", POINT, ",\"alg\":\"ES384\""),
                point("P-256", x, y.add(BigInteger.ONE)),
                point("P-256", y, x),
                point("P-256", BigInteger.ZERO, BigInteger.ZERO),
                point("P-256", x.add(((ECFieldFp) P256.CURVE.getCurve().getField()).getP()), y),
                point("P-384", x, y),
                point("secp256k1", x, y),
                point("", x, y));
    }
    // spotless:on

    @ParameterizedTest
    @MethodSource("unfit_for_RS256")
    void one_that_is_weak_or_for_something_else_is_passed_over(String key) {
        assertEquals(List.of(), set(PublicKeyAlgorithm.RS256, key).keys());
    }

    @ParameterizedTest
    @MethodSource("unfit_for_ES256")
    void one_that_is_not_on_the_curve_is_passed_over(String key) {
        assertEquals(List.of(), set(PublicKeyAlgorithm.ES256, key).keys());
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"alg\":\"RS256\",\"kid\":\"a\"}',     a b, true",
        "'{\"alg\":\"RS256\",\"kid\":\"b\"}',     a b, false",
        "'{\"alg\":\"RS256\",\"kid\":\"A\"}',     a b, false",
        "'{\"alg\":\"RS256\"}',                   a b, false",
        "'{\"alg\":\"RS256\"}',                   a,   true",
        "'{\"alg\":\"RS256\",\"kid\":null}',      a,   true",
        "'{\"alg\":\"RS256\",\"kid\":\"\"}',      a,   false",
        "'{\"alg\":\"RS256\",\"kid\":\"../a\"}',  a,   false"
    })
    void a_token_says_which_key_unless_there_is_but_one(String header, String ids, boolean letIn) {
        var keys = List.of(ids.split(" ")).stream()
                .map(id ->
                        jwk(id, id.equals("a") ? RSA : Signing.pair("RSA", 2048).getPublic(), ""))
                .collect(Collectors.toList());
        var set = set(PublicKeyAlgorithm.RS256, keys.toArray(String[]::new));
        var gate = Tokens.gate(new VerificationKey.Published(PublicKeyAlgorithm.RS256, set::find));
        var request = Tokens.request("Bearer " + Signing.RS256.token(header, Tokens.GOOD_PAYLOAD));
        if (letIn) assertEquals("u1", gate.identify(request).user());
        else assertThrows(ProblemException.class, () -> gate.identify(request));
    }

    @Test
    void a_key_that_is_not_published_is_named_as_the_reason() {
        var gate = Tokens.gate(new VerificationKey.Published(PublicKeyAlgorithm.RS256, _ -> Optional.empty()));
        var request = Tokens.request("Bearer " + Signing.RS256.token(Signing.RS256.header(), Tokens.GOOD_PAYLOAD));
        var refused = assertThrows(ProblemException.class, () -> gate.identify(request));
        assertEquals(new Problem.Unauthenticated(Refusal.KEY.sentence()), refused.problem());
    }

    private static String rsa(BigInteger modulus, BigInteger exponent) {
        return "{\"kty\":\"RSA\",\"kid\":\"k\",\"n\":\"%s\",\"e\":\"%s\"}".formatted(number(modulus), number(exponent));
    }

    private static String point(String curve, BigInteger x, BigInteger y) {
        return "{\"kty\":\"EC\",\"kid\":\"k\",\"crv\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(curve, number(x), number(y));
    }
}
