package kb.jwt;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import kb.outside.Health;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that an issuer publishes, fetched when the first token comes and kept for ten minutes.
 *
 * <p>A key that is not among them is looked for at once, but the issuer is asked at most once a minute, whatever tokens
 * name, and also while it does not answer. Meanwhile the last keys count, for a day; then, and where there were none, nobody is
 * let in.
 */
public final class PublishedKeys implements KeySource, Health {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration USABLE = Duration.ofHours(24);
    private static final Duration BETWEEN = Duration.ofSeconds(60);

    private final KeySetAddress issuer;
    private final PublicKeyAlgorithm algorithm;
    private final Clock clock;
    private final AtomicReference<Known> last;
    private final ReentrantLock asking = new ReentrantLock();

    /** @param fetched when the keys came @param asked when they were last asked for, in vain or not */
    private record Known(Optional<KeySet> keys, Instant fetched, Instant asked) {
        boolean isYoungerThan(Duration age, Instant now) {
            return keys.isPresent() && now.isBefore(fetched.plus(age));
        }

        boolean mayAsk(Instant now) {
            return !now.isBefore(asked.plus(BETWEEN));
        }

        Optional<PublicKey> find(Optional<String> id, Duration age, Instant now) {
            return isYoungerThan(age, now) ? keys.orElseThrow().find(id) : Optional.empty();
        }
    }

    PublishedKeys(KeySetAddress issuer, PublicKeyAlgorithm algorithm, Clock clock) {
        this.issuer = issuer;
        this.algorithm = algorithm;
        this.clock = clock;
        this.last = new AtomicReference<>(new Known(Optional.empty(), Instant.EPOCH, Instant.EPOCH));
    }

    /** @param address begins with {@code https} */
    public static PublishedKeys at(URI address, PublicKeyAlgorithm algorithm, Clock clock) {
        return new PublishedKeys(new KeySetAddress(address, HttpClient::newBuilder), algorithm, clock);
    }

    @Override
    public Part part() {
        return Part.KEYS;
    }

    @Override
    public void check() {
        var now = clock.instant();
        if (!last.get().isYoungerThan(FRESH, now)) ask(now, !last.get().isYoungerThan(USABLE, now));
        if (!last.get().isYoungerThan(USABLE, now)) throw new Unavailable(Part.KEYS, null);
    }

    @Override
    public Optional<PublicKey> find(Optional<String> id) {
        var now = clock.instant();
        var fresh = last.get().find(id, FRESH, now);
        if (fresh.isPresent()) return fresh;
        ask(now, last.get().find(id, USABLE, now).isEmpty());
        if (!last.get().isYoungerThan(USABLE, now)) throw new Unavailable(Part.KEYS, null);
        return last.get().find(id, USABLE, now);
    }

    /** Who has a key that still counts waits for nobody. @param patient whether to wait for who is asking already */
    private void ask(Instant now, boolean patient) {
        if (patient) asking.lock();
        else if (!asking.tryLock()) return;
        try {
            var known = last.get();
            if (known.mayAsk(now)) last.set(asked(known, now));
        } finally {
            asking.unlock();
        }
    }

    private Known asked(Known known, Instant now) {
        try {
            return new Known(Optional.of(issuer.fetch(algorithm)), now, now);
        } catch (Unavailable down) {
            LOG.warn("the keys of the tokens' issuer could not be fetched", down);
            return new Known(known.keys(), known.fetched(), now);
        }
    }
}
