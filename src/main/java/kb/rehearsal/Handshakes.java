package kb.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS as an instance's first connections need it: with servers of each kind of certificate, by the JDK's HTTP client, which models and index
 * are asked by, and by its older one, which the SDK uses.
 */
public final class Handshakes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Handshakes.class);

    /** The second connection of a client to a server takes the first one's session up again. */
    private static final int CONNECTIONS = 2;

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final String TYPE = "Content-Type";
    private static final String JSON = "application/json";
    private static final String SAID = "\"%s\"".formatted("ferry ".repeat(500));

    private final Certificates certificates = new Certificates();
    private final List<LoopbackServer> servers = new ArrayList<>();

    Handshakes() throws IOException, GeneralSecurityException {
        try {
            for (var kind : Certificates.KINDS) {
                servers.add(LoopbackServer.secure(certificates.server(kind), Handshakes::answer));
            }
        } catch (IOException | GeneralSecurityException notAll) {
            close();
            throw notAll;
        }
    }

    /** Whatever goes wrong is logged and no more. @param rounds in each of which each client connects anew twice */
    public static void run(int rounds) {
        var began = System.nanoTime();
        var made = 0;
        try (var handshakes = new Handshakes()) {
            for (int round = 0; round < rounds && System.nanoTime() - began < LONGEST.toNanos(); round++) {
                made += handshakes.make().size();
            }
        } catch (IOException | GeneralSecurityException | RuntimeException | LinkageError failed) {
            LOG.warn("TLS is not rehearsed, so first connections take longer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        LOG.info("{} TLS connections rehearsed in {} ms", made, (System.nanoTime() - began) / 1_000_000);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, asked.length);
            exchange.getResponseBody().write(asked);
        }
    }

    /** @return what was agreed on each connection */
    List<SSLSession> make() throws IOException, GeneralSecurityException, InterruptedException {
        var context = certificates.client();
        var sessions = new ArrayList<SSLSession>();
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .build()) {
            for (var server : servers) {
                for (int connection = 0; connection < CONNECTIONS; connection++) {
                    sessions.add(byClient(client, server.address()));
                    sessions.add(byConnection(context, server.address()));
                }
            }
        }
        return sessions;
    }

    private static SSLSession byClient(HttpClient client, URI address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header(TYPE, JSON)
                .POST(BodyPublishers.ofString(SAID))
                .build();
        return client.send(request, BodyHandlers.ofString()).sslSession().orElseThrow();
    }

    /** As the SDK does. */
    private static SSLSession byConnection(SSLContext context, URI address) throws IOException {
        var connection = (HttpsURLConnection) address.toURL().openConnection();
        connection.setSSLSocketFactory(context.getSocketFactory());
        connection.setRequestMethod("POST");
        connection.setRequestProperty(TYPE, JSON);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(SAID.length());
        connection.connect();
        var session = connection.getSSLSession().orElseThrow();
        try (var body = connection.getOutputStream()) {
            body.write(SAID.getBytes(StandardCharsets.US_ASCII));
        }
        if (connection.getResponseCode() != 200) throw new IOException("status " + connection.getResponseCode());
        connection.getHeaderFields();
        connection.getInputStream().readAllBytes();
        return session;
    }

    @Override
    public void close() {
        servers.forEach(LoopbackServer::close);
    }
}
