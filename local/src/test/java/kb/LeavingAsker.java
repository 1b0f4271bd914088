package kb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Somebody who asks over a socket and is gone once the first text flows. */
final class LeavingAsker {
    private LeavingAsker() {}

    static void askAndLeave(int port, String token, String chat) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var body = "{\"message\": \"" + ModelTwin.QUESTION + "\"}";
            var request = String.join(
                    "\r\n",
                    "POST /chats/" + chat + "/messages HTTP/1.1",
                    "host: localhost",
                    "authorization: Bearer " + token,
                    "accept: text/event-stream",
                    "content-type: application/json",
                    "content-length: " + body.length(),
                    "",
                    body);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (var line = ""; !line.startsWith("event: text"); ) line = lines.readLine();
        }
    }
}
