package kb.jwt;

import static kb.jwt.Issuer.jwk;
import static kb.jwt.Issuer.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an issuer may answer, and from where. */
@Timeout(60)
class KeySetAddressTest {
    private static final String GOOD = "{\"keys\":[" + jwk("a", Signing.RS256.publicKey(), "") + "]}";

    private Issuer issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = new Issuer();
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void a_key_set_is_taken() {
        issuer.answers(exchange -> send(exchange, 200, GOOD));
        assertEquals(Optional.of(Signing.RS256.publicKey()), fetch().find(Optional.of("a")));
    }

    @Test
    void as_long_as_it_is_not_too_long() {
        issuer.answers(exchange -> send(exchange, 200, GOOD + " ".repeat(KeySetAddress.LARGEST - GOOD.length())));
        assertEquals(1, fetch().keys().size());
        assertDown(exchange -> send(exchange, 200, GOOD + " ".repeat(KeySetAddress.LARGEST - GOOD.length() + 1)));
    }

    @Test
    void what_is_no_key_set_is_no_answer() {
        for (var text :
                new String[] {"", "[]", "{}", "{\"keys\":{}}", "<html></html>", GOOD + "}", "[".repeat(100_000)}) {
            assertDown(exchange -> send(exchange, 200, text));
        }
        for (var status : new int[] {201, 204, 404, 500}) {
            assertDown(exchange -> send(exchange, status, status == 204 ? "" : GOOD));
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        for (var status : new int[] {301, 302, 303, 307, 308}) {
            var asked = issuer.asked();
            assertDown(exchange -> {
                exchange.getResponseHeaders().set("location", issuer.address() + "&elsewhere");
                send(exchange, exchange.getRequestURI().toString().endsWith("elsewhere") ? 200 : status, GOOD);
            });
            assertEquals(asked + 1, issuer.asked());
        }
    }

    @Test
    void an_answer_that_does_not_end_is_given_up() {
        var end = new CountDownLatch(1);
        assertDown(exchange -> {
            exchange.sendResponseHeaders(200, GOOD.length());
            exchange.getResponseBody().write(GOOD.substring(0, 100).getBytes());
            exchange.getResponseBody().flush();
            PublishedKeysTest.await(end);
        });
        end.countDown();
    }

    @Test
    void a_certificate_must_be_trusted_and_name_the_host() {
        issuer.answers(exchange -> send(exchange, 200, GOOD));
        assertDown(issuer.address(), HttpClient::newBuilder);
        assertDown(issuer.otherName(), issuer.clients());
        assertEquals(0, issuer.asked());
    }

    @Test
    void without_tls_nothing_is_fetched() {
        var plain = URI.create("http://localhost/keys");
        assertThrows(IllegalArgumentException.class, () -> new KeySetAddress(plain, HttpClient::newBuilder));
    }

    private KeySet fetch() {
        return new KeySetAddress(issuer.address(), issuer.clients()).fetch(PublicKeyAlgorithm.RS256);
    }

    private void assertDown(Issuer.Answer answer) {
        issuer.answers(answer);
        assertDown(issuer.address(), issuer.clients());
    }

    private static void assertDown(URI address, Supplier<HttpClient.Builder> clients) {
        var fetched = new KeySetAddress(address, clients);
        var down = assertThrows(Unavailable.class, () -> fetched.fetch(PublicKeyAlgorithm.RS256));
        assertEquals(Part.KEYS, down.part());
    }
}
