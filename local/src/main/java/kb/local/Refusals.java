package kb.local;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import kb.http.Body;
import kb.http.Bytes;
import kb.http.Headers;
import kb.http.Problem;
import kb.http.Router;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Says in the API's own words what Jetty refuses before the router sees it. */
final class Refusals implements Request.Handler {
    private final Router router;

    Refusals(Router router) {
        this.router = router;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var answer = router.refuse(request(request), problem(response.getStatus()));
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        if (answer.body() instanceof Body.Text(var text))
            response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
        else callback.succeeded();
        return true;
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 408 -> new Problem.TooSlow();
            case 414 -> new Problem.HeadTooLarge(status, "the address", LocalServer.LARGEST_HEADER);
            case 431 -> new Problem.HeadTooLarge(status, "the header fields", LocalServer.LARGEST_HEADER);
            case 500, 503 -> new Problem.Unavailable("server", "server", 1);
            default ->
                new Problem.Malformed("this is not HTTP as we understand it; check the request line and the body");
        };
    }

    private static kb.http.Request request(Request request) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var name : request.getHeaders().getFieldNamesCollection())
            fields.put(name, request.getHeaders().getValuesList(name));
        return new kb.http.Request(
                request.getMethod(),
                Optional.ofNullable(request.getHttpURI().getPath()).orElse(""),
                "",
                new Headers(fields),
                Bytes.NONE);
    }
}
