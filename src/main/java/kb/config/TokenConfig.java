package kb.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;
import kb.jwt.PemKey;
import kb.jwt.PublicKeyAlgorithm;

/** How bearer tokens are verified. */
public record TokenConfig(Signature signature, Optional<String> issuer, Optional<String> audience) {

    /** What their signatures are checked with. */
    public sealed interface Signature {}

    /** HS256. @param secret absent where it is kept elsewhere: in Secrets Manager on Lambda, in the data directory locally */
    public record SharedSecret(Optional<String> secret) implements Signature {
        @Override
        public String toString() {
            return "SharedSecret[secret=%s]".formatted(secret.isPresent() ? "set" : "not set");
        }
    }

    public record OneKey(PublicKeyAlgorithm algorithm, PublicKey key) implements Signature {
        @Override
        public String toString() {
            return "OneKey[%s]".formatted(algorithm);
        }
    }

    /** @param address where the issuer publishes its keys */
    public record KeySet(PublicKeyAlgorithm algorithm, URI address) implements Signature {
        @Override
        public String toString() {
            return "KeySet[%s]".formatted(algorithm);
        }
    }

    /** Of HS256; absent also where there is none. */
    public Optional<String> secret() {
        return signature instanceof SharedSecret(var secret) ? secret : Optional.empty();
    }

    private enum Algorithm {
        HS256,
        RS256,
        ES256;

        static Optional<Algorithm> named(String text) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equals(text))
                    .findFirst();
        }
    }

    static TokenConfig from(Settings settings) {
        return new TokenConfig(signature(settings), settings.text("JWT_ISSUER"), settings.text("JWT_AUDIENCE"));
    }

    private static Signature signature(Settings settings) {
        var algorithm = settings.read("JWT_ALGORITHM", Algorithm.HS256, "HS256, RS256 or ES256", Algorithm::named);
        var secret = secret(settings);
        var address = keySetAddress(settings);
        return switch (algorithm) {
            case HS256 -> withoutPublicKey(settings, secret);
            case RS256 -> published(settings, PublicKeyAlgorithm.RS256, address);
            case ES256 -> published(settings, PublicKeyAlgorithm.ES256, address);
        };
    }

    private static SharedSecret secret(Settings settings) {
        var secret = settings.text("JWT_SECRET_KEY");
        if (secret.isPresent() && secret.get().getBytes(StandardCharsets.UTF_8).length < 32) {
            settings.complain(
                    "JWT_SECRET_KEY must have at least 32 bytes; make one with: openssl rand -base64 48", secret);
        }
        return new SharedSecret(secret);
    }

    /** Whoever sets a key believes that it is used. */
    private static Signature withoutPublicKey(Settings settings, SharedSecret secret) {
        for (var name : new String[] {"JWT_PUBLIC_KEY", "JWT_JWKS_URL"}) {
            var wanted = settings.text("JWT_ALGORITHM").orElse("HS256").equals("HS256");
            if (wanted && settings.text(name).isPresent()) {
                settings.complain(name + " needs JWT_ALGORITHM=RS256 or JWT_ALGORITHM=ES256", secret);
            }
        }
        return secret;
    }

    private static Signature published(Settings settings, PublicKeyAlgorithm algorithm, Optional<URI> address) {
        var otherwise = new SharedSecret(Optional.empty()); // never used: a complaint comes with it
        var hasKey = settings.text("JWT_PUBLIC_KEY").isPresent();
        if (hasKey == settings.text("JWT_JWKS_URL").isPresent()) {
            return settings.complain(
                    "JWT_ALGORITHM=%s needs one of JWT_PUBLIC_KEY and JWT_JWKS_URL".formatted(algorithm), otherwise);
        }
        if (hasKey) {
            return settings.read(
                    "JWT_PUBLIC_KEY", otherwise, expectedKey(algorithm), text -> PemKey.read(algorithm, text)
                            .map(key -> new OneKey(algorithm, key)));
        }
        return address.<Signature>map(known -> new KeySet(algorithm, known)).orElse(otherwise);
    }

    private static String expectedKey(PublicKeyAlgorithm algorithm) {
        var kind =
                switch (algorithm) {
                    case RS256 -> "an RSA key of 2048 bits or more";
                    case ES256 -> "a key of the curve P-256";
                };
        return "%s in PEM, which begins with -----BEGIN PUBLIC KEY-----".formatted(kind);
    }

    private static Optional<URI> keySetAddress(Settings settings) {
        return settings.read(
                "JWT_JWKS_URL",
                Optional.empty(),
                "an https address such as https://login.example.org/.well-known/jwks.json",
                text -> Optional.of(https(text)).filter(Optional::isPresent));
    }

    private static Optional<URI> https(String text) {
        if (!text.matches("https://[^\\s#@]+")) return Optional.empty();
        try {
            return Optional.of(new URI(text)).filter(address -> address.getHost() != null);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
