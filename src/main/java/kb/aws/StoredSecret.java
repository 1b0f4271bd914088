package kb.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import kb.outside.Deadline;
import kb.outside.Health;
import kb.outside.Part;
import kb.outside.Unavailable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * A secret in Secrets Manager, fetched when it is first needed and again every few minutes, so that none is in a
 * snapshot and a rotated one is picked up. While Secrets Manager is down the last one counts, for an hour.
 */
public final class StoredSecret implements Supplier<String>, Health {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration USABLE = Duration.ofHours(1);

    private final SecretsManagerClient client;
    private final String name;
    private final Clock clock;
    private final AtomicReference<Fetched> last = new AtomicReference<>();

    private record Fetched(String secret, Instant at) {
        @Override
        public String toString() {
            return "fetched at " + at;
        }
    }

    public StoredSecret(SecretsManagerClient client, String name, Clock clock) {
        this.client = client;
        this.name = name;
        this.clock = clock;
    }

    @Override
    public Part part() {
        return Part.SECRETS;
    }

    /** Asks no more often than whoever needs it. */
    @Override
    public void check() {
        get();
    }

    @Override
    public String get() {
        var known = last.get();
        var now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(FRESH))) return known.secret();
        try {
            Deadline.left(Part.SECRETS, Clients.SECRETS);
            var secret = client.getSecretValue(get -> get.secretId(name)).secretString();
            last.set(new Fetched(secret, now));
            return secret;
        } catch (SdkException | Unavailable down) {
            if (known != null && now.isBefore(known.at().plus(USABLE))) return known.secret();
            throw new Unavailable(Part.SECRETS, down);
        }
    }
}
