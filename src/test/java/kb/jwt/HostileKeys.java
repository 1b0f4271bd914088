package kb.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kb.jwt.Hostile.json;
import static kb.jwt.Hostile.tries;
import static kb.jwt.Refusal.ALGORITHM;
import static kb.jwt.Refusal.SIGNATURE;
import static kb.jwt.Tokens.GOOD_PAYLOAD;
import static kb.jwt.Tokens.SECRET;
import static kb.jwt.Tokens.base64;
import static kb.jwt.Tokens.signed;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that must open nothing, for the key or the mathematics that signed them. */
final class HostileKeys {
    private HostileKeys() {}

    static Stream<Hostile> all(Signing by) {
        return switch (by) {
            case HS256 -> secrets().stream();
            case RS256 -> Stream.concat(rsa().stream(), publicKeyAsSecret(by));
            case ES256 -> Stream.concat(curve().stream(), publicKeyAsSecret(by));
        };
    }

    // spotless:off
    private static List<Hostile> secrets() {
        var unsigned = unsigned("HS256");
        return List.of(
                tries("another secret",                   SIGNATURE, signed(unsigned, "HmacSHA256", SECRET + "!")),
                // HMAC fills a key up with zeros, so this is also the empty key, which the JDK won't take
                tries("an empty secret",                  SIGNATURE, signed(unsigned, "HmacSHA256", "\0")),
                tries("HS512 behind an HS256 header",     SIGNATURE, signed(unsigned, "HmacSHA512", SECRET)),
                tries("alg HS512 with the right secret",  ALGORITHM, signed(unsigned("HS512"), "HmacSHA512", SECRET)));
    }

    private static List<Hostile> rsa() {
        var unsigned = unsigned("RS256");
        var ours = Signing.RS256.privateKey();
        var modulus = ((RSAPublicKey) Signing.RS256.publicKey()).getModulus();
        return List.of(
                tries("another key",                      SIGNATURE, by(Signing.pair("RSA", 2048), unsigned, "SHA256withRSA")),
                tries("a key of another length",          SIGNATURE, by(Signing.pair("RSA", 3072), unsigned, "SHA256withRSA")),
                tries("RS512 behind an RS256 header",     SIGNATURE, unsigned + "." + base64(Signing.signature(unsigned, "SHA512withRSA", ours))),
                tries("SHA-1 behind an RS256 header",     SIGNATURE, unsigned + "." + base64(Signing.signature(unsigned, "SHA1withRSA", ours))),
                tries("alg RS512 with the right key",     ALGORITHM, unsigned("RS512") + "." + base64(Signing.signature(unsigned("RS512"), "SHA512withRSA", ours))),
                tries("the signature 1, its own cube root", SIGNATURE, unsigned + "." + base64(filled(BigInteger.ONE, 256))),
                tries("the modulus as the signature",     SIGNATURE, unsigned + "." + base64(filled(modulus, 256))),
                tries("a signature of ES256",             SIGNATURE, unsigned + "." + base64(Signing.ES256.signature(unsigned))));
    }

    private static List<Hostile> curve() {
        var unsigned = unsigned("ES256");
        var order = P256.CURVE.getOrder();
        var right = Signing.ES256.signature(unsigned);
        var r = new BigInteger(1, Arrays.copyOf(right, 32));
        var s = new BigInteger(1, Arrays.copyOfRange(right, 32, 64));
        return List.of(
                tries("another key",                      SIGNATURE, by(Signing.pair("EC", 256), unsigned, "SHA256withECDSAinP1363Format")),
                tries("a key of another curve",           SIGNATURE, by(Signing.pair("EC", 384), unsigned, "SHA256withECDSAinP1363Format")),
                tries("a signature in DER",               SIGNATURE, unsigned + "." + base64(Signing.signature(unsigned, "SHA256withECDSA", Signing.ES256.privateKey()))),
                tries("ES512 behind an ES256 header",     SIGNATURE, unsigned + "." + base64(Signing.signature(unsigned, "SHA512withECDSAinP1363Format", Signing.ES256.privateKey()))),
                tries("r is 0",                           SIGNATURE, unsigned + "." + numbers(BigInteger.ZERO, s)),
                tries("s is 0",                           SIGNATURE, unsigned + "." + numbers(r, BigInteger.ZERO)),
                tries("r and s are the order",            SIGNATURE, unsigned + "." + numbers(order, order)),
                tries("s is the order",                   SIGNATURE, unsigned + "." + numbers(r, order)),
                tries("r and s are 1",                    SIGNATURE, unsigned + "." + numbers(BigInteger.ONE, BigInteger.ONE)),
                tries("r and s changed over",             SIGNATURE, unsigned + "." + numbers(s, r)),
                tries("a signature of RS256",             SIGNATURE, unsigned + "." + base64(Signing.RS256.signature(unsigned))));
    }
    // spotless:on

    /** The public key is known to everybody, in each of these spellings. */
    private static Stream<Hostile> publicKeyAsSecret(Signing by) {
        var der = by.publicKey().getEncoded();
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        var pem = "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----";
        var spellings = List.of(der, pem.getBytes(UTF_8), (pem + "\n").getBytes(UTF_8), lines.getBytes(UTF_8));
        return spellings.stream()
                .flatMap(secret -> Stream.of(
                        tries("HS256 with the public key", ALGORITHM, hmac(unsigned("HS256"), secret)),
                        tries("HMAC with the public key", SIGNATURE, hmac(unsigned(by.name()), secret))));
    }

    private static String unsigned(String algorithm) {
        return base64(json("{'alg':'" + algorithm + "'}")) + "." + base64(GOOD_PAYLOAD);
    }

    private static String by(KeyPair other, String unsigned, String algorithm) {
        return unsigned + "." + base64(Signing.signature(unsigned, algorithm, other.getPrivate()));
    }

    private static String numbers(BigInteger r, BigInteger s) {
        var both = Arrays.copyOf(filled(r, 32), 64);
        System.arraycopy(filled(s, 32), 0, both, 32, 32);
        return base64(both);
    }

    private static byte[] filled(BigInteger number, int bytes) {
        var filled = new byte[bytes];
        var shortest = number.toByteArray();
        var sign = shortest.length > bytes ? 1 : 0;
        var length = shortest.length - sign;
        System.arraycopy(shortest, sign, filled, bytes - length, length);
        return filled;
    }

    private static String hmac(String unsigned, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return unsigned + "." + base64(mac.doFinal(unsigned.getBytes(UTF_8)));
        } catch (java.security.GeneralSecurityException noSuchMac) {
            throw new AssertionError(noSuchMac);
        }
    }
}
