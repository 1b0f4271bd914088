package kb.llm;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** A service's client: where the service is and the key for it are asked for at each call, and what has changed makes a new one. */
final class Connection<T> {
    private final Supplier<URI> address;
    private final Supplier<String> key;
    private final BiFunction<URI, String, T> connect;
    private final AtomicReference<Made<T>> last = new AtomicReference<>();

    /** No record: its text would show the key. */
    private static final class Made<T> {
        private final URI at;
        private final String with;
        private final T client;

        Made(URI at, String with, T client) {
            this.at = at;
            this.with = with;
            this.client = client;
        }
    }

    Connection(Supplier<URI> address, Supplier<String> key, BiFunction<URI, String, T> connect) {
        this.address = address;
        this.key = key;
        this.connect = connect;
    }

    T client() {
        var at = address.get();
        var with = key.get();
        var made = last.get();
        if (made != null && made.at.equals(at) && made.with.equals(with)) return made.client;
        var fresh = new Made<>(at, with, connect.apply(at, with));
        last.set(fresh);
        return fresh.client;
    }
}
