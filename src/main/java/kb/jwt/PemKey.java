package kb.jwt;

import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A public key as text (RFC 7468, 13). */
public final class PemKey {
    private static final Pattern FORM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    private PemKey() {}

    /**
     * Empty when the text is no public key that is good enough for the algorithm.
     *
     * @param text its lines may stand in one line, with spaces or {@code \n} between them, as settings often hold them
     */
    public static Optional<PublicKey> read(PublicKeyAlgorithm algorithm, String text) {
        var form = FORM.matcher(text.replace("\\n", "\n").strip());
        if (!form.matches()) return Optional.empty();
        try {
            var bytes = Base64.getDecoder().decode(form.group(1).replaceAll("\\s", ""));
            return algorithm.key(new X509EncodedKeySpec(bytes));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
