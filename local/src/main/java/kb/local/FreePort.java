package kb.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Tells early that we cannot listen, before anything is opened. */
final class FreePort {
    private static final String OTHERWISE =
            "cannot listen on port %1$d of %2$s: set %3$s to another, or HOST to an address of this machine";

    private FreePort() {}

    /**
     * @param setting the variable that names the port
     * @throws IllegalStateException when it cannot be listened on; the message says what to do
     */
    static void check(String host, int port, String setting) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException nobody) {
            throw new IllegalStateException(
                    "there is no address %s: set HOST to 127.0.0.1, 0.0.0.0 or an address of this machine"
                            .formatted(host),
                    nobody);
        } catch (BindException taken) {
            throw new IllegalStateException(sentence(taken).formatted(port, host, setting), taken);
        } catch (IOException cannot) {
            throw new IllegalStateException(OTHERWISE.formatted(port, host, setting), cannot);
        }
    }

    /** The operating system has one kind of failure for several reasons. */
    private static String sentence(BindException failure) {
        return String.valueOf(failure.getMessage()).contains("in use")
                ? "port %1$d on %2$s is taken: stop what listens there, or set %3$s to another"
                : OTHERWISE;
    }
}
