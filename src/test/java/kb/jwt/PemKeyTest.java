package kb.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PemKeyTest {
    private static String pem(PublicKey key) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
    }

    @ParameterizedTest
    @EnumSource
    void it_is_read_however_its_lines_are_kept(PublicKeyAlgorithm algorithm) {
        var key = Signing.valueOf(algorithm.name()).publicKey();
        var text = pem(key);
        for (var kept :
                new String[] {text, text.replace("\n", "\r\n"), text.replace("\n", " "), text.replace("\n", "\\n")}) {
            assertEquals(Optional.of(key), PemKey.read(algorithm, kept), kept);
        }
    }

    @Test
    void a_key_of_another_algorithm_is_none() {
        assertEquals(Optional.empty(), PemKey.read(PublicKeyAlgorithm.ES256, pem(Signing.RS256.publicKey())));
        assertEquals(Optional.empty(), PemKey.read(PublicKeyAlgorithm.RS256, pem(Signing.ES256.publicKey())));
    }

    @Test
    void nor_is_a_weak_one() {
        assertEquals(
                Optional.empty(),
                PemKey.read(
                        PublicKeyAlgorithm.RS256, pem(Signing.pair("RSA", 1024).getPublic())));
        assertEquals(
                Optional.empty(),
                PemKey.read(
                        PublicKeyAlgorithm.ES256, pem(Signing.pair("EC", 384).getPublic())));
    }

    @Test
    void nor_is_anything_else() {
        var good = pem(Signing.RS256.publicKey());
        for (var text : new String[] {
            "",
            "a secret",
            good.replace("PUBLIC", "PRIVATE"),
            good.replace("PUBLIC KEY", "CERTIFICATE"),
            good.replace("-----END", "----END"),
            good + good,
            good.replace("MII", "AAA"),
            good.replace("MII", "M=I")
        }) {
            assertEquals(Optional.empty(), PemKey.read(PublicKeyAlgorithm.RS256, text), text);
        }
    }
}
