package kb.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kb.jwt.Tokens.base64;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A token issuer's https server on this machine, with a certificate that only its own clients trust. */
final class Issuer implements AutoCloseable {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final HttpsServer server;
    private final AtomicReference<Answer> answer = new AtomicReference<>(exchange -> {});
    private final AtomicInteger asked = new AtomicInteger();

    /** Takes a second to make, so there is one. */
    private static final class Certificate {
        static final SSLContext TLS = selfSigned();
    }

    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    Issuer() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(Certificate.TLS));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            try (exchange) {
                answer.get().to(exchange);
            }
        });
        server.start();
    }

    URI address() {
        return URI.create(
                "https://localhost:%d/keys?p=1".formatted(server.getAddress().getPort()));
    }

    /** The same server by a name that its certificate has not. */
    URI otherName() {
        return URI.create(
                "https://127.0.0.1:%d/keys".formatted(server.getAddress().getPort()));
    }

    /** Begin clients that trust this server. */
    Supplier<HttpClient.Builder> clients() {
        return () -> HttpClient.newBuilder().sslContext(Certificate.TLS);
    }

    /** How often since it started. */
    int asked() {
        return asked.get();
    }

    void answers(Answer next) {
        answer.set(next);
    }

    void publishes(String... keys) {
        answers(exchange -> send(exchange, 200, "{\"keys\":[" + String.join(",", keys) + "]}"));
    }

    static void send(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** @param more such as {@code ,"use":"sig"} */
    static String jwk(String id, PublicKey key, String more) {
        return switch (key) {
            case RSAPublicKey rsa -> """
                    {"kid":"%s","kty":"RSA","n":"%s","e":"%s"%s}""".formatted(id, number(rsa.getModulus()), number(rsa.getPublicExponent()), more);
            case ECPublicKey point ->
                """
                    {"kid":"%s","kty":"EC","crv":"P-256","x":"%s","y":"%s"%s}""".formatted(
                                id,
                                number(point.getW().getAffineX()),
                                number(point.getW().getAffineY()),
                                more);
            default -> throw new IllegalArgumentException(key.getAlgorithm());
        };
    }

    static String number(BigInteger number) {
        var bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    /** By the JDK's own keytool: Java has no public way to make a certificate. */
    private static SSLContext selfSigned() {
        try {
            var file = Files.createTempDirectory("issuer").resolve("keys.p12");
            var tool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            var made = new ProcessBuilder(
                            (tool + " -genkeypair -alias issuer -keyalg EC -groupname secp256r1 -dname CN=localhost"
                                            + " -ext san=dns:localhost -validity 2 -storetype PKCS12 -storepass "
                                            + new String(PASSWORD) + " -keystore " + file)
                                    .split(" "))
                    .redirectErrorStream(true)
                    .start();
            var said = new String(made.getInputStream().readAllBytes(), UTF_8);
            if (made.waitFor() != 0) throw new AssertionError(said);
            var context = context(KeyStore.getInstance(file.toFile(), PASSWORD));
            Files.delete(file);
            Files.delete(file.getParent());
            return context;
        } catch (GeneralSecurityException | IOException | InterruptedException cannotMake) {
            throw new AssertionError(cannotMake);
        }
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        var certificates = certificatesOf(store);
        trusted.init(certificates);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    /** A store with a private key in it trusts nobody. */
    private static KeyStore certificatesOf(KeyStore store) throws GeneralSecurityException {
        var certificates = KeyStore.getInstance("PKCS12");
        try {
            certificates.load(null, PASSWORD);
        } catch (IOException nothingIsRead) {
            throw new AssertionError(nothingIsRead);
        }
        certificates.setCertificateEntry("issuer", store.getCertificate("issuer"));
        return certificates;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
