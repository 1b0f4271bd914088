package kb.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Tells early that a port is taken, before anything is opened. */
final class FreePort {
    private FreePort() {}

    /** @throws IllegalStateException when it cannot be listened on; the message says what to do */
    static void check(String host, int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new java.net.InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "port %d on %s is taken: stop what listens there, or set PORT to another".formatted(port, host),
                    taken);
        }
    }
}
