package kb.api;

import java.time.Duration;
import kb.http.Access;
import kb.http.Body;
import kb.http.Handler;
import kb.http.Method;
import kb.http.Response;
import kb.http.Route;
import kb.outside.Deadline;

/**
 * Makes the rows of the table, each with its time and counted unless anyone may come; what a route streams is inside the same time.
 *
 * @param most no route has more, whatever the table says: what stands before us may give up earlier
 */
public record Within(Duration most) {
    Route route(Method method, String path, Access access, int seconds, Handler handler) {
        var wanted = Duration.ofSeconds(seconds);
        var route = Route.route(method, path, access, keeping(wanted.compareTo(most) < 0 ? wanted : most, handler));
        return access == Access.PUBLIC ? route : route.limitedTo(Rates.OTHER);
    }

    private static Handler keeping(Duration limit, Handler handler) {
        return call -> {
            var deadline = Deadline.after(limit);
            var response = deadline.keep(() -> handler.handle(call));
            return response.body() instanceof Body.Events(var stream) ? keeping(deadline, response, stream) : response;
        };
    }

    /** The front end runs the stream later. */
    private static Response keeping(Deadline deadline, Response response, Body.Stream stream) {
        Body.Stream kept = receiver -> deadline.keep(() -> {
            stream.sendTo(receiver);
            return null;
        });
        return new Response(response.status(), response.headers(), new Body.Events(kept));
    }
}
