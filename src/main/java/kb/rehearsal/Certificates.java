package kb.rehearsal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificates of servers on loopback, of the kinds that public servers have, which nobody but a rehearsal trusts.
 *
 * <p>{@code local/certificates} writes them anew.
 */
final class Certificates {
    /** The algorithms of their keys. */
    static final List<String> KINDS = List.of("RSA", "EC");

    private static final String FILE = "loopback.p12";
    private static final String ROOT = "root";
    private static final char[] PASSWORD = "loopback".toCharArray();

    private final KeyStore all = KeyStore.getInstance("PKCS12");

    Certificates() throws IOException, GeneralSecurityException {
        try (var file = Certificates.class.getResourceAsStream(FILE)) {
            all.load(file, PASSWORD);
        }
    }

    /** What a server with the certificate of a kind is made with. */
    SSLContext server(String kind) throws IOException, GeneralSecurityException {
        var own = empty();
        own.setKeyEntry(kind, all.getKey(kind, PASSWORD), PASSWORD, all.getCertificateChain(kind));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(own, PASSWORD);
        return context(factory.getKeyManagers(), null);
    }

    /** What a client is made with that trusts these servers and nobody else; it has spoken with none of them yet. */
    SSLContext client() throws IOException, GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted());
        return context(null, factory.getTrustManagers());
    }

    /** Without the servers' own, or nothing of a chain would be looked at. */
    KeyStore trusted() throws IOException, GeneralSecurityException {
        var trusted = empty();
        trusted.setCertificateEntry(ROOT, all.getCertificate(ROOT));
        return trusted;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static SSLContext context(KeyManager[] own, TrustManager[] others) throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(own, others, null);
        return context;
    }
}
