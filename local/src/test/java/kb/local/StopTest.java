package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kb.Pdfs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the twin ends. */
@Timeout(180)
class StopTest {
    /** Starts what it is given and waits, as Maven does. */
    private static final List<String> PARENT = List.of("sh", "-c", "\"$@\" & wait", "sh");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void a_signal_ends_it_and_frees_the_port(String signal, int status) throws Exception {
        try (var twin = TwinProcess.in(folder)) {
            assertFalse(twin.portIsFree());
            // a caller who stays connected without asking anything is not waited for
            try (var http = HttpClient.newHttpClient()) {
                var health = HttpRequest.newBuilder(twin.address().resolve("/health"))
                        .build();
                assertEquals(200, http.send(health, BodyHandlers.discarding()).statusCode());
                twin.signal(signal);
                assertEquals(status, twin.ended());
            }
            assertTrue(twin.portIsFree());
            assertEquals(1, twin.errors().lines().count(), twin.errors());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL"})
    void it_ends_with_the_program_that_started_it(String signal) throws Exception {
        try (var twin = TwinProcess.in(folder, Map.of(), PARENT)) {
            assertFalse(twin.portIsFree());
            twin.signal(signal);
            twin.ended();
            twin.server().onExit().get(10, TimeUnit.SECONDS);
            assertTrue(twin.portIsFree());
            assertEquals("", twin.errors());
        }
    }

    @Test
    void a_request_that_has_begun_is_finished() throws Exception {
        var pdf = Pdfs.of("The ferry leaves at nine.");
        String id;
        try (var twin = TwinProcess.in(folder);
                var socket = new Socket(
                        InetAddress.getLoopbackAddress(), twin.address().getPort())) {
            socket.getOutputStream().write(head(twin, pdf.length).getBytes(StandardCharsets.US_ASCII));
            // the server asks for the body once somebody waits for it
            assertEquals("HTTP/1.1 100 Continue", line(socket));
            assertEquals("", line(socket));
            twin.signal("TERM");
            awaitClosed(twin.address());
            socket.getOutputStream().write(pdf);
            assertEquals("HTTP/1.1 202 Accepted", line(socket));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            id = new ObjectMapper()
                    .readTree(answer.substring(answer.indexOf('{')))
                    .get("document_id")
                    .textValue();
            assertEquals(143, twin.ended());
        }
        try (var twin = TwinProcess.in(folder)) {
            assertEquals(
                    "ready", new TwinCaller(twin).finished(id).get("status").textValue());
        }
    }

    @Test
    void a_caller_who_never_finishes_does_not_keep_it() throws Exception {
        try (var twin = TwinProcess.in(folder);
                var socket = new Socket(
                        InetAddress.getLoopbackAddress(), twin.address().getPort())) {
            socket.getOutputStream().write(head(twin, 1000).getBytes(StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 100 Continue", line(socket));
            twin.signal("TERM");
            assertEquals(143, twin.ended());
            assertTrue(twin.portIsFree());
        }
    }

    @Test
    void work_that_is_left_goes_on_after_the_next_start() throws Exception {
        String id;
        try (var twin = TwinProcess.in(folder)) {
            id = new TwinCaller(twin).upload("rivers.pdf", Pdfs.of(pages(150)));
            var begun = new TwinCaller(twin).once(id, document -> progress(document) > 0);
            assertEquals("embedding", begun.get("status").textValue());
            twin.signal("TERM");
            assertEquals(143, twin.ended());
            assertEquals(
                    List.of(),
                    twin.errors()
                            .lines()
                            .filter(line -> line.contains("stack_trace"))
                            .toList());
        }
        try (var twin = TwinProcess.in(folder)) {
            var document = new TwinCaller(twin).finished(id);
            assertEquals("ready", document.get("status").textValue());
            assertEquals(150, document.get("pages").intValue());
        }
    }

    private static int progress(JsonNode document) {
        return document.get("progress").get("chunks_done").intValue();
    }

    private static String head(TwinProcess twin, int length) {
        return """
                POST /documents?filename=ferry.pdf HTTP/1.1\r
                host: localhost\r
                authorization: Bearer %s\r
                content-type: application/pdf\r
                content-length: %d\r
                expect: 100-continue\r
                connection: close\r
                \r
                """.formatted(twin.token(), length);
    }

    private static String line(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c != '\n' && c >= 0;
                c = socket.getInputStream().read()) line.append((char) c);
        return line.toString().stripTrailing();
    }

    private static void awaitClosed(URI address) {
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), address.getPort()).close();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static String[] pages(int count) {
        var pages = new String[count];
        for (int i = 0; i < count; i++)
            pages[i] = "Page %d tells of river number %d and of the mill beside it.".formatted(i + 1, i * 7);
        return pages;
    }
}
