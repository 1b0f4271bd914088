package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A front end whose every answer must be what openapi.json says: a status that is listed for the route, the headers
 * promised with it, and a body of the schema without a field that is not in it.
 */
final class Described implements FrontEnd {
    private static final Description DESCRIPTION = Description.read();
    private static final Schemas SCHEMAS = new Schemas(DESCRIPTION.root());

    private final FrontEnd frontEnd;

    Described(FrontEnd frontEnd) {
        this.frontEnd = frontEnd;
    }

    @Override
    public Reply send(Call call) throws Exception {
        var reply = frontEnd.send(call);
        if (call.method().equals("OPTIONS") && reply.status() == 204) return reply;
        var what = call.method() + " " + call.target() + " answers " + reply.status();
        var response = response(call, reply.status(), what);
        response.path("headers").properties().forEach(header -> {
            if (header.getValue().path("required").booleanValue())
                assertTrue(reply.header(header.getKey()).isPresent(), what + " without " + header.getKey());
        });
        if (call.method().equals("HEAD")) assertEquals("", reply.text(), what);
        else check(response, reply, what);
        return reply;
    }

    private static JsonNode response(Call call, int status, String what) {
        var path = call.target().split("\\?", 2)[0];
        var method = call.method().equals("HEAD") ? "GET" : call.method();
        var operation = DESCRIPTION.reached(method, path);
        if (operation.isEmpty()) {
            assertTrue(status == 404 || status == 405, what);
            return DESCRIPTION.elsewhere(path);
        }
        var responses = operation.get().json().get("responses");
        assertTrue(responses.has(Integer.toString(status)), what + ", which is not described");
        return DESCRIPTION.resolved(responses.get(Integer.toString(status)));
    }

    private static void check(JsonNode response, Reply reply, String what) throws Exception {
        var content = response.path("content");
        if (content.isEmpty()) {
            assertEquals("", reply.text(), what);
            return;
        }
        var mediaType = reply.header("content-type").orElseThrow(() -> new AssertionError(what + " without a type"));
        var described = content.get(mediaType);
        assertNotNull(described, what + " with " + mediaType);
        if (!mediaType.endsWith("json") && !mediaType.equals("text/event-stream")) return;
        if (!mediaType.equals("text/event-stream")) {
            SCHEMAS.check(described.get("schema"), reply.json(), what);
            return;
        }
        for (var event : Client.events(reply.text())) {
            var schema = event.getKey().isEmpty()
                    ? described.get("x-chunks")
                    : described.get("x-events").get(event.getKey());
            assertNotNull(schema, what + " with an event " + event.getKey());
            SCHEMAS.check(schema, event.getValue(), what + ", event " + event.getKey());
        }
    }
}
