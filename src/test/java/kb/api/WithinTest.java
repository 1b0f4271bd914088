package kb.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kb.http.Access;
import kb.http.Body;
import kb.http.Bytes;
import kb.http.Call;
import kb.http.Caller;
import kb.http.Event;
import kb.http.Handler;
import kb.http.Headers;
import kb.http.Method;
import kb.http.Request;
import kb.http.Response;
import kb.outside.Deadline;
import kb.outside.Part;
import org.junit.jupiter.api.Test;

class WithinTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Handler TELLS_ITS_TIME = _ -> Response.text(200, "text/plain", left());
    private static final Handler STREAMS_ITS_TIME = _ -> Response.events(to -> to.accept(new Event("left", left())));

    @Test
    void a_route_has_the_seconds_of_its_row() {
        assertTrue(seconds(told(60, 5, TELLS_ITS_TIME)) <= 5);
        assertTrue(seconds(told(60, 5, TELLS_ITS_TIME)) > 4);
    }

    @Test
    void no_route_has_more_than_all_may_have() {
        assertTrue(seconds(told(25, 60, TELLS_ITS_TIME)) <= 25);
    }

    @Test
    void what_is_streamed_later_is_inside_the_same_time() {
        assertTrue(seconds(told(60, 5, STREAMS_ITS_TIME)) <= 5);
    }

    @Test
    void outside_a_route_there_is_no_limit() {
        told(60, 5, TELLS_ITS_TIME);
        assertEquals(DAY.toString(), left());
    }

    private static String left() {
        return Deadline.left(Part.TABLE, DAY).toString();
    }

    private static double seconds(String duration) {
        return Duration.parse(duration).toNanos() / 1e9;
    }

    private static String told(int most, int seconds, Handler handler) {
        var route = new Within(Duration.ofSeconds(most)).route(Method.GET, "/", Access.PUBLIC, seconds, handler);
        var request = new Request("GET", "/", "", Headers.NONE, Bytes.NONE);
        var response = route.handler().handle(new Call(request, Map.of(), Caller.ANONYMOUS));
        return switch (response.body()) {
            case Body.Text(var text) -> text;
            case Body.Events(var stream) -> {
                List<Event> events = new ArrayList<>();
                stream.sendTo(events::add);
                yield events.getFirst().data();
            }
            case Body.Binary _ -> throw new AssertionError("no text");
        };
    }
}
