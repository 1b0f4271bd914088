package kb.files;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** What a browser, or anybody who can reach the store, may ask of it. */
public final class Requests {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Requests() {}

    public static HttpResponse<byte[]> get(URI address) throws Exception {
        return send("GET", address, Map.of());
    }

    /** A PUT and a POST have a body of one word. */
    public static HttpResponse<byte[]> send(String method, URI address, Map<String, String> headers) throws Exception {
        var body = method.equals("PUT") || method.equals("POST")
                ? BodyPublishers.ofString("word")
                : BodyPublishers.noBody();
        var request = HttpRequest.newBuilder(address).method(method, body);
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }
}
