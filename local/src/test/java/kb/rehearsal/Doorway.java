package kb.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The stand-ins behind TLS. */
final class Doorway implements AutoCloseable {
    private static final String PASSWORD = "doorway";

    private final LoopbackServer server;
    private final Path trusted = Files.createTempFile("trusted", ".p12");

    Doorway(StandIns standIns) throws IOException, GeneralSecurityException {
        var certificates = new Certificates();
        try (var file = Files.newOutputStream(trusted)) {
            certificates.trusted().store(file, PASSWORD.toCharArray());
        }
        server = LoopbackServer.secure(certificates.server(Certificates.KINDS.getFirst()), standIns::answer);
    }

    URI address() {
        return server.address();
    }

    /** What has a Java trust it, which would not. */
    String trust() {
        return " -Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s".formatted(trusted, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(trusted);
    }
}
