package kb.rehearsal;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The stand-ins behind TLS. */
final class Doorway implements AutoCloseable {
    private static final String PASSWORD = "doorway";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpsServer server =
            HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    private final Path trusted = Files.createTempFile("trusted", ".p12");

    Doorway(StandIns standIns) throws IOException, GeneralSecurityException {
        var certificates = new Certificates();
        try (var file = Files.newOutputStream(trusted)) {
            certificates.trusted().store(file, PASSWORD.toCharArray());
        }
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.server(Certificates.KINDS.getFirst())));
        server.setExecutor(threads);
        server.createContext("/", standIns::answer);
        server.start();
    }

    URI address() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What has a Java trust it, which would not. */
    String trust() {
        return " -Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s".formatted(trusted, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.close();
        Files.deleteIfExists(trusted);
    }
}
