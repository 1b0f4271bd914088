package kb.http;

import java.util.Map;
import java.util.TreeMap;

/** One answer, for whichever front end has to send it; header names are lower case. */
public record Response(int status, Map<String, String> headers, Body body) {
    public Response {
        headers = java.util.Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    public static Response json(int status, Object value) {
        return new Response(status, Map.of("content-type", "application/json"), new Body.Text(Json.write(value)));
    }

    public static Response text(int status, String mediaType, String text) {
        return new Response(status, Map.of("content-type", mediaType), new Body.Text(text));
    }

    public static Response bytes(int status, String mediaType, Bytes bytes) {
        return new Response(status, Map.of("content-type", mediaType), new Body.Binary(bytes));
    }

    public static Response events(Body.Stream stream) {
        return new Response(200, Map.of("content-type", "text/event-stream"), new Body.Events(stream));
    }

    public static Response empty(int status) {
        return new Response(status, Map.of(), Body.NONE);
    }

    public Response with(String name, String value) {
        return with(Map.of(name, value));
    }

    Response with(Map<String, String> others) {
        var more = new TreeMap<>(headers);
        more.putAll(others);
        return new Response(status, more, body);
    }

    /** With the length that GET's body has (RFC 9110, 8.6); a stream has none. */
    Response head() {
        var none = withBody(Body.NONE);
        return switch (body) {
            case Body.Text(var text) ->
                none.with("content-length", "" + Bytes.ofText(text).length());
            case Body.Binary(var bytes) -> none.with("content-length", "" + bytes.length());
            case Body.Events _ -> none;
        };
    }

    Response withBody(Body other) {
        return new Response(status, headers, other);
    }
}
