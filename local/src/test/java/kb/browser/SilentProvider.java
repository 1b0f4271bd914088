package kb.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** A chat provider that takes a question and says nothing. */
final class SilentProvider implements AutoCloseable {
    private final ServerSocket server;

    /** Whoever calls is connected by the system and waits. */
    SilentProvider() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    Map<String, String> settings() {
        return Map.of("OPENAI_MODEL", "m", "OPENAI_API_BASE", "http://127.0.0.1:" + server.getLocalPort() + "/v1");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
