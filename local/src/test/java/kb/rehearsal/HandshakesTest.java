package kb.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

/** TLS as it is rehearsed. */
class HandshakesTest {
    @Test
    void both_clients_speak_it_with_servers_of_both_kinds_first_anew_and_then_again() throws Exception {
        try (var handshakes = new Handshakes()) {
            assertEquals(
                    List.of(
                            "TLSv1.3 RSA",
                            "TLSv1.3 RSA",
                            "TLSv1.3 RSA",
                            "TLSv1.3 RSA", //
                            "TLSv1.3 EC",
                            "TLSv1.3 EC",
                            "TLSv1.3 EC",
                            "TLSv1.3 EC"),
                    said(handshakes.make()));
        }
    }

    /** Of a leaf, an authority between and the root. */
    @Test
    void the_whole_chain_is_looked_at() throws Exception {
        try (var handshakes = new Handshakes()) {
            for (var session : handshakes.make()) assertEquals(3, session.getPeerCertificates().length);
        }
    }

    /** Its keys are in the repository: who has them is nobody. */
    @Test
    void nobody_else_trusts_these_servers() throws Exception {
        for (var kind : Certificates.KINDS) {
            try (var server = LoopbackServer.secure(new Certificates().server(kind), HttpExchange::close)) {
                assertThrows(
                        SSLHandshakeException.class,
                        () -> server.address().toURL().openStream().close());
            }
        }
    }

    private static List<String> said(List<SSLSession> sessions) throws Exception {
        var said = new ArrayList<String>();
        for (var session : sessions) {
            said.add(session.getProtocol() + " "
                    + session.getPeerCertificates()[0].getPublicKey().getAlgorithm());
        }
        return said;
    }
}
