package kb.jwt;

import static kb.jwt.Issuer.jwk;
import static kb.jwt.Issuer.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long keys are kept, and how often their issuer is asked. */
@Timeout(60)
class PublishedKeysTest {
    private static final PublicKey FIRST = Signing.RS256.publicKey();
    private static final PublicKey SECOND = Signing.pair("RSA", 2048).getPublic();

    private final Now clock = new Now();
    private Issuer issuer;
    private PublishedKeys keys;

    @BeforeEach
    void start() throws IOException {
        issuer = new Issuer();
        issuer.publishes(jwk("a", FIRST, ""));
        var address = new KeySetAddress(issuer.address(), issuer.clients());
        keys = new PublishedKeys(address, PublicKeyAlgorithm.RS256, clock);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void they_are_fetched_when_the_first_is_needed_and_kept_for_ten_minutes() {
        assertEquals(0, issuer.asked());
        assertEquals(Optional.of(FIRST), find("a"));
        clock.forward(Duration.ofMinutes(10).minusMillis(1));
        assertEquals(Optional.of(FIRST), find("a"));
        assertEquals(1, issuer.asked());
        clock.forward(Duration.ofMillis(1));
        assertEquals(Optional.of(FIRST), find("a"));
        assertEquals(2, issuer.asked());
    }

    @Test
    void whether_they_can_be_had_is_known_without_a_token_and_asked_no_more_often() {
        keys.check();
        keys.check();
        assertEquals(1, issuer.asked());
        issuer.answers(exchange -> send(exchange, 500, ""));
        clock.forward(Duration.ofHours(23));
        keys.check();
        keys.check();
        assertEquals(2, issuer.asked());
        clock.forward(Duration.ofHours(1));
        assertEquals(Part.KEYS, assertThrows(Unavailable.class, keys::check).part());
        assertEquals(3, issuer.asked());
    }

    @Test
    void a_new_key_is_looked_for_at_once_and_an_old_one_goes() {
        find("a");
        clock.forward(Duration.ofSeconds(60));
        issuer.publishes(jwk("b", SECOND, ""));
        assertEquals(Optional.of(SECOND), find("b"));
        assertEquals(Optional.empty(), find("a"));
    }

    @Test
    void whatever_keys_are_asked_for_the_issuer_is_asked_once_a_minute() {
        for (int i = 0; i < 100; i++) assertEquals(Optional.empty(), find("made up " + i));
        assertEquals(1, issuer.asked());
        clock.forward(Duration.ofSeconds(60).minusMillis(1));
        assertEquals(Optional.empty(), find("made up"));
        assertEquals(1, issuer.asked());
        clock.forward(Duration.ofMillis(1));
        for (int i = 0; i < 100; i++) assertEquals(Optional.empty(), find("made up " + i));
        assertEquals(2, issuer.asked());
    }

    @Test
    void while_the_issuer_is_down_the_last_keys_count_for_a_day_and_not_longer() {
        find("a");
        issuer.answers(exchange -> send(exchange, 500, ""));
        clock.forward(Duration.ofHours(24).minusMillis(1));
        assertEquals(Optional.of(FIRST), find("a"));
        assertEquals(2, issuer.asked());

        clock.forward(Duration.ofMillis(1));
        assertDown();
        issuer.publishes(jwk("a", FIRST, ""));
        clock.forward(Duration.ofSeconds(60));
        assertEquals(Optional.of(FIRST), find("a"));
    }

    @Test
    void an_issuer_that_is_down_is_asked_once_a_minute_while_there_are_keys() {
        find("a");
        clock.forward(Duration.ofMinutes(10));
        issuer.answers(exchange -> send(exchange, 500, ""));
        for (int i = 0; i < 100; i++) {
            assertEquals(Optional.of(FIRST), find("a"));
            assertEquals(Optional.empty(), find("made up"));
        }
        assertEquals(2, issuer.asked());
        clock.forward(Duration.ofSeconds(60));
        find("a");
        assertEquals(3, issuer.asked());
    }

    @Test
    void without_any_key_nobody_is_let_in_and_the_issuer_is_asked_once_a_minute() {
        issuer.answers(exchange -> send(exchange, 503, ""));
        for (int i = 0; i < 10; i++) assertDown();
        assertEquals(1, issuer.asked());
        issuer.publishes(jwk("a", FIRST, ""));
        clock.forward(Duration.ofSeconds(60).minusMillis(1));
        assertDown();
        clock.forward(Duration.ofMillis(1));
        assertEquals(Optional.of(FIRST), find("a"));
    }

    @Test
    void an_issuer_that_publishes_no_keys_any_more_is_believed() {
        find("a");
        clock.forward(Duration.ofMinutes(10));
        issuer.publishes();
        assertEquals(Optional.empty(), find("a"));
    }

    @Test
    void many_at_once_ask_the_issuer_once() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Optional<PublicKey>>>();
            for (int i = 0; i < 50; i++) all.add(() -> find("a"));
            for (var one : threads.invokeAll(all)) assertEquals(Optional.of(FIRST), one.get());
        }
        assertEquals(1, issuer.asked());
    }

    @Test
    void who_has_a_key_that_counts_does_not_wait_for_who_asks_again() throws Exception {
        find("a");
        clock.forward(Duration.ofMinutes(10));
        var asking = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        issuer.answers(exchange -> {
            asking.countDown();
            await(told);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> find("a"));
            asking.await();
            assertEquals(Optional.of(FIRST), find("a"));
            told.countDown();
            assertEquals(Optional.of(FIRST), waiting.get());
        }
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<PublicKey> find(String id) {
        return keys.find(Optional.of(id));
    }

    private void assertDown() {
        var down = assertThrows(Unavailable.class, () -> find("a"));
        assertEquals(Part.KEYS, down.part());
    }
}
