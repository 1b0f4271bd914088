package kb;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends calls to a socket, one HTTP/1.1 request each. */
final class OverTheWire implements FrontEnd {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;

    OverTheWire(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    @Override
    public Reply send(Call call) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + call.target()))
                .method(
                        call.method(),
                        call.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::header);
        var response = client.send(request.build(), BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), lowered(response.headers().map()), response.body());
    }

    private static Map<String, List<String>> lowered(Map<String, List<String>> headers) {
        var lowered = new TreeMap<String, List<String>>();
        headers.forEach((name, values) -> lowered.put(name.toLowerCase(Locale.ROOT), values));
        return lowered;
    }
}
