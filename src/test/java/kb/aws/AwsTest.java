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
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the clients of AWS have in common. */
class AwsTest {
    private static final String KEYS = """
            {"AccessKeyId": "A", "SecretAccessKey": "s", "Token": "t", "Expiration": "2999-01-01T00:00:00Z"}""";
    private static final String SECRET = """
            {"SecretString": "s"}""";

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void the_keys_of_a_role_are_fetched_once_for_all_of_them() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (var _ = new StandInKeys(address.resolve("/keys"))) {
            var aws = new Aws(Map.of("AWS_ENDPOINT_URL", address.toString(), "AWS_REGION", "us-east-1"));
            var bucket = aws.bucket("bucket");
            assertEquals("s", aws.secrets(Clock.systemUTC()).apply("name").get());
            bucket.check();
            assertTrue(bucket.origin().isPresent());
        } finally {
            server.stop(0);
        }
        assertEquals(1, asked.get());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var isForKeys = exchange.getRequestURI().getPath().equals("/keys");
            if (isForKeys) asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            var answer = (isForKeys ? KEYS : SECRET).getBytes(StandardCharsets.UTF_8);
            var bodiless = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, bodiless ? -1 : answer.length);
            if (!bodiless) exchange.getResponseBody().write(answer);
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
