package kb.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests as tests send them. */
final class Sent {
    private Sent() {}

    static Request request(String method, String path) {
        return new Request(method, path, "", Headers.NONE, Bytes.NONE);
    }

    static Request get(String path) {
        return request("GET", path);
    }

    static Request with(Request request, String header, String... values) {
        var fields = new TreeMap<>(request.headers().fields());
        fields.put(header, List.of(values));
        return new Request(request.method(), request.path(), request.query(), new Headers(fields), request.body());
    }

    static Request json(String body) {
        return new Request(
                "POST", "/things", "", Headers.of(Map.of("content-type", "application/json")), Bytes.ofText(body));
    }

    static Call call(Request request) {
        return new Call(request, Map.of(), Caller.ANONYMOUS);
    }

    static Call query(String raw) {
        return call(new Request("GET", "/things", raw, Headers.NONE, Bytes.NONE));
    }
}
