package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import kb.local.LocalServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API over a socket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalFrontEndTest implements WholeContract {
    private final TestTwin twin = TestTwin.shared();
    private final Javalin server =
            LocalServer.on(twin.app().router(), twin.limits().largestBody());

    @BeforeAll
    void start() {
        server.start("127.0.0.1", 0);
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @Test
    void json_that_is_not_utf_8_is_refused() throws Exception {
        var latin = new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
        ApiContract.assertProblem(400, "malformed", as("user").send("POST", "/search", JSON, latin));
    }

    /** What the server itself refuses is told in our words, with our headers. */
    @ParameterizedTest
    @CsvSource({
        "GET /documents/%zz HTTP/1.1, 400, malformed",
        "GET /documents/%00 HTTP/1.1, 400, malformed",
        "GET  HTTP/1.1,               400, malformed",
        "LONG,                        414, head-too-large",
        "FIELDS,                      431, head-too-large"
    })
    void what_is_refused_before_the_router_is_a_problem_too(String line, int status, String kind) throws Exception {
        var first =
                switch (line) {
                    case "LONG" -> "GET /" + "x".repeat(100_000) + " HTTP/1.1";
                    case "FIELDS" -> "GET / HTTP/1.1\r\nx-much: " + "x".repeat(100_000);
                    default -> line;
                };
        try (var socket = new Socket("127.0.0.1", server.port())) {
            var request =
                    first + "\r\nhost: localhost\r\norigin: " + HttpContract.ORIGIN + "\r\nconnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
            assertTrue(answer.contains("urn:kb:problem:" + kind), answer);
            var head = answer.toLowerCase(Locale.ROOT);
            assertTrue(head.contains("content-type: application/problem+json"), answer);
            assertTrue(head.contains("x-request-id: "), answer);
            assertTrue(head.contains("x-content-type-options: nosniff"), answer);
        }
    }

    @Test
    void head_has_the_length_of_what_get_sends() throws Exception {
        var get = as("user").get("/health");
        var head = as("user").send("HEAD", "/health");
        assertEquals(get.header("content-length"), head.header("content-length"));
        assertEquals("", head.text());
    }

    @Test
    void a_body_that_breaks_off_is_malformed() throws Exception {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            var request =
                    "POST /search HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nauthorization: Bearer "
                            + as("user").token() + "\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\nzz\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertTrue(answer.contains("urn:kb:problem:malformed"), answer);
            assertTrue(answer.toLowerCase(Locale.ROOT).contains("x-request-id: "), answer);
        }
    }

    @Test
    void a_body_that_drips_for_ever_is_too_slow() throws Exception {
        var impatient = LocalServer.on(twin.app().router(), twin.limits().largestBody(), Duration.ofMillis(300));
        impatient.start("127.0.0.1", 0);
        try (var socket = new Socket("127.0.0.1", impatient.port())) {
            var out = socket.getOutputStream();
            out.write("POST /search HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000000\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            var in = socket.getInputStream();
            while (in.available() == 0) {
                out.write(' ');
                Thread.onSpinWait();
            }
            var answer = new String(in.readNBytes(in.available()), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
            assertTrue(answer.contains("urn:kb:problem:too-slow"), answer);
        } finally {
            impatient.stop();
        }
    }

    @Override
    public TestTwin twin() {
        return twin;
    }

    @Override
    public FrontEnd frontEnd() {
        return new Described(new OverTheWire(server.port()));
    }
}
