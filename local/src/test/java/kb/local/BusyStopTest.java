package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the twin ends while many are waiting for an answer. */
@Timeout(120)
class BusyStopTest {
    private static final int CALLERS = 60;

    @TempDir
    Path folder;

    @Test
    void what_has_arrived_is_answered_by_us() throws Exception {
        try (var twin = TwinProcess.in(folder)) {
            new TwinCaller(twin).upload("ferry.pdf", kb.Pdfs.of("The ferry leaves at nine."));
            var chats = new ArrayList<String>();
            for (int i = 0; i < CALLERS; i++)
                chats.add(
                        new TwinCaller(twin).post("/chats", "{}").get("chat_id").textValue());
            var sockets = new ArrayList<Socket>();
            for (int i = 0; i < CALLERS; i++) {
                var socket = new Socket(
                        InetAddress.getLoopbackAddress(), twin.address().getPort());
                socket.getOutputStream().write(question(twin, chats.get(i)).getBytes(StandardCharsets.US_ASCII));
                sockets.add(socket);
            }
            var answers = new ArrayList<>(List.of(answer(sockets.removeFirst())));
            twin.signal("TERM");
            for (var socket : sockets) answers.add(answer(socket));
            for (var answer : answers) assertOurs(answer);
            assertEquals(143, twin.ended());
        }
    }

    private static void assertOurs(String answer) {
        if (answer.startsWith("HTTP/1.1 200 ")) return;
        assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
        assertTrue(answer.contains("urn:kb:problem:server-unavailable"), answer);
        assertTrue(answer.toLowerCase(java.util.Locale.ROOT).contains("retry-after: 1"), answer);
    }

    private static String answer(Socket socket) throws IOException {
        try (socket) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String question(TwinProcess twin, String chat) {
        return """
                POST /chats/%s/messages HTTP/1.1\r
                host: localhost\r
                authorization: Bearer %s\r
                content-type: application/json\r
                content-length: 40\r
                connection: close\r
                \r
                {"message": "When does the ferry leave"}""".formatted(chat, twin.token());
    }
}
