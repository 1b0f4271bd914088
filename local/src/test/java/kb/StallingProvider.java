package kb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A chat provider that writes one claim, falls silent, and notices when its caller hangs up. */
public final class StallingProvider implements AutoCloseable {
    private final ServerSocket server;
    private final String beginning;
    private final CountDownLatch hungUp = new CountDownLatch(1);

    /** @param beginning what it writes of its answer, as events */
    public StallingProvider(String beginning) throws IOException {
        this.beginning = beginning;
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
    }

    public Map<String, String> settings() {
        var address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
        return Map.of("OPENAI_MODEL", "m", "OPENAI_API_BASE", address.toString());
    }

    /** Counted down once nobody listens to it. */
    CountDownLatch hungUp() {
        return hungUp;
    }

    private void answer() {
        try (var caller = server.accept()) {
            skipHead(caller);
            caller.getOutputStream()
                    .write(("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
                                    + beginning)
                            .getBytes(StandardCharsets.UTF_8));
            caller.getOutputStream().flush();
            readToTheEnd(caller);
        } catch (IOException reset) {
            // that is how some hang up
        } finally {
            hungUp.countDown();
        }
    }

    private static void skipHead(Socket caller) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n"))
            head.append((char) caller.getInputStream().read());
    }

    private static void readToTheEnd(Socket caller) throws IOException {
        var read = 0;
        while (read >= 0) read = caller.getInputStream().read(new byte[8_192]);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
