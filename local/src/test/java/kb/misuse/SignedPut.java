package kb.misuse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A PUT to a signed address, as bytes on the wire, so that nothing corrects what is wrong with it. */
public record SignedPut(
        URI server,
        String method,
        String path,
        List<String> query,
        List<Map.Entry<String, String>> headers,
        byte[] body) {
    private static final int PATIENCE_MILLISECONDS = 20_000;

    /** As the answer to the announcement says. */
    public static SignedPut of(JsonNode upload, byte[] pdf) {
        var url = URI.create(upload.get("url").textValue());
        var headers = new ArrayList<Map.Entry<String, String>>();
        headers.add(Map.entry("host", url.getRawAuthority()));
        headers.add(Map.entry("connection", "close"));
        upload.get("headers")
                .properties()
                .forEach(one -> headers.add(
                        Map.entry(one.getKey().toLowerCase(), one.getValue().textValue())));
        return new SignedPut(
                url, "PUT", url.getRawPath(), List.of(url.getRawQuery().split("&")), headers, pdf);
    }

    SignedPut by(String otherMethod) {
        return new SignedPut(server, otherMethod, path, query, headers, body);
    }

    SignedPut at(String otherPath) {
        return new SignedPut(server, method, otherPath, query, headers, body);
    }

    public SignedPut asking(List<String> otherQuery) {
        return new SignedPut(server, method, path, otherQuery, headers, body);
    }

    /** @param pair goes behind what is asked already */
    SignedPut asking(String pair) {
        var more = new ArrayList<>(query);
        more.add(pair);
        return asking(more);
    }

    /** @param pair goes before what is asked already */
    SignedPut behind(String pair) {
        var more = new ArrayList<>(query);
        more.addFirst(pair);
        return asking(more);
    }

    SignedPut unasked(String name) {
        return asking(
                query.stream().filter(pair -> !pair.startsWith(name + "=")).toList());
    }

    SignedPut changed(String name, UnaryOperator<String> change) {
        return asking(query.stream()
                .map(pair -> pair.startsWith(name + "=")
                        ? name + "=" + change.apply(pair.substring(name.length() + 1))
                        : pair)
                .toList());
    }

    private SignedPut saying(List<Map.Entry<String, String>> otherHeaders) {
        return new SignedPut(server, method, path, query, otherHeaders, body);
    }

    SignedPut unsaid(String name) {
        return saying(headers.stream().filter(one -> !one.getKey().equals(name)).toList());
    }

    SignedPut alsoSaying(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return saying(more);
    }

    SignedPut saying(String name, String value) {
        return unsaid(name).alsoSaying(name, value);
    }

    String said(String name) {
        return headers.stream()
                .filter(one -> one.getKey().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** With the length that goes with it. */
    public SignedPut bringing(byte[] otherBody) {
        return only(otherBody).saying("content-length", Integer.toString(otherBody.length));
    }

    /** With the length that was said before. */
    public SignedPut only(byte[] otherBody) {
        return new SignedPut(server, method, path, query, headers, otherBody);
    }

    /** Returns the status of the answer, 0 when there was none. */
    public int send() throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            try {
                socket.getOutputStream().write(bytes());
                socket.shutdownOutput();
            } catch (SocketException refusedEarly) {
                // what was answered may still be read
            }
            var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
        } catch (SocketException reset) {
            return 0;
        }
    }

    private byte[] bytes() throws IOException {
        var asked = query.isEmpty() ? "" : "?" + String.join("&", query);
        var head = new StringBuilder(method + " " + path + asked + " HTTP/1.1\r\n");
        for (var one : headers)
            head.append(one.getKey()).append(": ").append(one.getValue()).append("\r\n");
        var bytes = new ByteArrayOutputStream();
        bytes.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        bytes.write(body);
        return bytes.toByteArray();
    }
}
