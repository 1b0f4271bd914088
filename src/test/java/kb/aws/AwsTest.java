package kb.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the clients of AWS have in common. */
class AwsTest {
    private static final String KEYS = """
            {"AccessKeyId": "A", "SecretAccessKey": "s", "Token": "t", "Expiration": "2999-01-01T00:00:00Z"}""";

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void the_keys_of_a_role_are_fetched_once_for_all_of_them() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (var _ = new StandInKeys(address.resolve("/keys"))) {
            var bucket =
                    new Aws(Map.of("AWS_ENDPOINT_URL", address.toString(), "AWS_REGION", "us-east-1")).bucket("bucket");
            bucket.check();
            var before = asked.get(); // 1, on a machine that is not so slow that the SDK asks again
            assertTrue(bucket.origin().isPresent()); // another client signs
            assertEquals(before, asked.get());
        } finally {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var isForKeys = exchange.getRequestURI().getPath().equals("/keys");
            if (isForKeys) asked.incrementAndGet();
            var answer = KEYS.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, isForKeys ? answer.length : -1);
            if (isForKeys) exchange.getResponseBody().write(answer);
        }
    }

    @Test
    void the_time_of_a_call_that_is_over_is_forgotten() {
        var timer = Clients.timer();
        timer.schedule(() -> {}, 1, TimeUnit.HOURS).cancel(false);
        assertTrue(timer.getQueue().isEmpty());
        timer.shutdownNow();
    }
}
