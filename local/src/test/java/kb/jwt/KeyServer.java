package kb.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import kb.FaultyProxy.Fault;

/** A token issuer that publishes its key over https, with a certificate that only those trust who are told to. */
public final class KeyServer implements AutoCloseable {
    private static final String PASSWORD = "changeit";
    private static final String NAME = "issuer";
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(100);

    private final KeyPair signing;
    private final Path trusted;
    private final HttpsServer server;
    private final AtomicReference<Optional<Fault>> fault = new AtomicReference<>(Optional.empty());
    private final CountDownLatch end = new CountDownLatch(1);

    /** @param folder for its certificate */
    public KeyServer(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        signing = generator.generateKeyPair();
        var own = selfSigned(Files.createDirectories(folder).resolve("own.p12"));
        trusted = trust(own, folder.resolve("trusted.p12"));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(own)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/keys", this::answer);
        server.start();
    }

    /** Of a function that lets in whom this issuer vouches for. */
    public Map<String, String> settings() {
        return Map.of(
                "JWT_ALGORITHM",
                "RS256",
                "JWT_JWKS_URL",
                "https://localhost:%d/keys".formatted(server.getAddress().getPort()),
                "JAVA_TOOL_OPTIONS",
                "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s".formatted(trusted, PASSWORD));
    }

    /** For an administrator, signed with a key by this name. */
    public String token(String key) {
        return JWT.create()
                .withKeyId(key)
                .withSubject("wren")
                .withClaim("role", "admin")
                .withClaim("tenant", "mill")
                .withExpiresAt(Instant.now().plus(Duration.ofHours(1)))
                .sign(Algorithm.RSA256((RSAPublicKey) signing.getPublic(), (RSAPrivateKey) signing.getPrivate()));
    }

    /** The name of the key that it publishes. */
    public String published() {
        return "a";
    }

    public void suffer(Fault how) {
        fault.set(Optional.of(how));
    }

    public void heal() {
        fault.set(Optional.empty());
    }

    private void answer(HttpExchange exchange) throws IOException {
        var now = fault.get();
        try (exchange) {
            if (now.equals(Optional.of(Fault.HANG))) {
                end.await();
                return;
            }
            var keys = keys().getBytes(UTF_8);
            exchange.sendResponseHeaders(now.equals(Optional.of(Fault.ERROR)) ? 500 : 200, keys.length);
            for (var one : keys) {
                exchange.getResponseBody().write(one);
                if (now.equals(Optional.of(Fault.SLOW))) {
                    exchange.getResponseBody().flush();
                    Thread.sleep(BETWEEN_BYTES);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String keys() {
        var key = (RSAPublicKey) signing.getPublic();
        return """
                {"keys": [{"kid": "%s", "kty": "RSA", "n": "%s", "e": "%s"}]}""".formatted(published(), number(key.getModulus()), number(key.getPublicExponent()));
    }

    private static String number(BigInteger number) {
        var bytes = number.toByteArray();
        var unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    /** By the JDK's own keytool: Java has no public way to make a certificate. */
    private static KeyStore selfSigned(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var options =
                "-genkeypair -keyalg EC -groupname secp256r1 -dname CN=localhost -ext san=dns:localhost -validity 2"
                        + " -storetype PKCS12 -alias " + NAME + " -storepass " + PASSWORD;
        var command = new ArrayList<>(List.of((tool + " " + options + " -keystore").split(" ")));
        command.add(file.toString());
        var made = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(made.getInputStream().readAllBytes(), UTF_8);
        if (made.waitFor() != 0) throw new AssertionError(said);
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    /** A store with a private key in it trusts nobody. */
    private static Path trust(KeyStore own, Path file) throws IOException, GeneralSecurityException {
        var certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, PASSWORD.toCharArray());
        certificates.setCertificateEntry(NAME, own.getCertificate(NAME));
        try (var out = Files.newOutputStream(file)) {
            certificates.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static SSLContext context(KeyStore own) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
