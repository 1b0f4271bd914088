package kb.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kb.jwt.Tokens.base64;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;

/** Each algorithm that may be configured, with a key of the tests. */
enum Signing {
    HS256("", ""),
    RS256("RSA", "SHA256withRSA"),
    ES256("EC", "SHA256withECDSAinP1363Format");

    private final String algorithm;
    private final Optional<KeyPair> pair;

    Signing(String keyType, String algorithm) {
        this.algorithm = algorithm;
        this.pair =
                keyType.isEmpty() ? Optional.empty() : Optional.of(pair(keyType, keyType.equals("EC") ? 256 : 2048));
    }

    static KeyPair pair(String keyType, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(keyType);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException noSuchKey) {
            throw new AssertionError(noSuchKey);
        }
    }

    /** In Java's words for it, in which a signature of ES256 is two numbers side by side (RFC 7518, 3.4). */
    static byte[] signature(String signingInput, String algorithm, PrivateKey key) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(signingInput.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException noSuchSignature) {
            throw new AssertionError(noSuchSignature);
        }
    }

    VerificationKey key() {
        if (this == HS256) return Tokens.key(Tokens.SECRET);
        return new VerificationKey.Published(PublicKeyAlgorithm.valueOf(name()), _ -> Optional.of(publicKey()));
    }

    PublicKey publicKey() {
        return pair.orElseThrow().getPublic();
    }

    PrivateKey privateKey() {
        return pair.orElseThrow().getPrivate();
    }

    String header() {
        return """
                {"alg":"%s","typ":"JWT"}""".formatted(name());
    }

    byte[] signature(String signingInput) {
        return this == HS256
                ? Tokens.mac(signingInput, "HmacSHA256", Tokens.SECRET)
                : signature(signingInput, algorithm, privateKey());
    }

    String signed(String signingInput) {
        return signingInput + "." + base64(signature(signingInput));
    }

    String token(byte[] header, byte[] payload) {
        return signed(base64(header) + "." + base64(payload));
    }

    String token(String header, String payload) {
        return token(header.getBytes(UTF_8), payload.getBytes(UTF_8));
    }
}
