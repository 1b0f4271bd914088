package kb.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.KeySpec;
import java.util.Optional;

/** The algorithms that need no shared secret, and which keys are good enough for each. */
public enum PublicKeyAlgorithm {
    RS256("RSA"),
    ES256("EC");

    /** RFC 7518, 3.3. */
    private static final int LEAST_RSA_BITS = 2048;

    private static final BigInteger LEAST_RSA_EXPONENT = BigInteger.valueOf(3);

    private final String keyType;

    PublicKeyAlgorithm(String keyType) {
        this.keyType = keyType;
    }

    /** As a key set names it ({@code kty}). */
    String keyType() {
        return keyType;
    }

    /** Empty when there is no such key, or it is too weak, or another algorithm's. */
    Optional<PublicKey> key(KeySpec specification) {
        try {
            return Optional.of(KeyFactory.getInstance(keyType).generatePublic(specification))
                    .filter(this::fits);
        } catch (GeneralSecurityException | RuntimeException noSuchKey) { // plain ones, too, for points too large
            return Optional.empty();
        }
    }

    Algorithm verifier(PublicKey key) {
        return switch (this) {
            case RS256 -> Algorithm.RSA256((RSAPublicKey) key, null);
            case ES256 -> Algorithm.ECDSA256((ECPublicKey) key, null);
        };
    }

    private boolean fits(PublicKey key) {
        return switch (this) {
            case RS256 -> key instanceof RSAPublicKey rsa && isStrong(rsa);
            case ES256 -> key instanceof ECPublicKey point && P256.holds(point);
        };
    }

    /** With the exponent 1 everybody could sign. */
    private static boolean isStrong(RSAPublicKey key) {
        return key.getModulus().bitLength() >= LEAST_RSA_BITS
                && key.getPublicExponent().testBit(0)
                && key.getPublicExponent().compareTo(LEAST_RSA_EXPONENT) >= 0;
    }
}
