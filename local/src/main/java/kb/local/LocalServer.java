package kb.local;

import io.javalin.Javalin;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kb.http.Body;
import kb.http.Bytes;
import kb.http.Event;
import kb.http.Headers;
import kb.http.Request;
import kb.http.Router;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application behind a socket. Javalin carries the bytes; our router decides everything else. */
public final class LocalServer {
    private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);

    /** What a caller still sends of a body that is refused is read and dropped up to here, so that it can read the answer. */
    private static final long MOST_DROPPED = 64L * 1024 * 1024;

    /** Twice the longest token, so that a longer one is refused by our gate and not by Jetty. */
    private static final int LARGEST_HEADER = 16_384;

    /** How long a request that has begun may go on once we are told to stop. */
    private static final int STOP_MILLISECONDS = 4_000;

    private LocalServer() {}

    /** @param largestBody bytes; of a larger body one byte more is taken, and the router refuses it */
    public static Javalin on(Router router, int largestBody) {
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.concurrency.useVirtualThreads = true;
            config.jetty.modifyServer(server -> server.setHandler(new GracefulHandler()));
            // what an odd path means is the router's to say, not the server's
            config.jetty.modifyHttpConfiguration(http -> {
                http.setUriCompliance(UriCompliance.UNSAFE);
                http.setRequestHeaderSize(LARGEST_HEADER);
            });
            config.routes.before(ctx -> {
                answer(ctx, router, largestBody);
                ctx.skipRemainingHandlers();
            });
        });
    }

    /** Lets no new request in and gives those that have begun a moment to finish; connections without one are not waited for. */
    static void stop(Javalin javalin) {
        var server = javalin.jettyServer().server();
        for (var connector : server.getConnectors()) {
            // else Jetty gives up on a caller who pauses for a second
            if (connector instanceof AbstractConnector ours) ours.setShutdownIdleTimeout(STOP_MILLISECONDS);
            connector.shutdown();
        }
        try {
            server.getDescendant(GracefulHandler.class).shutdown().get(STOP_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unfinished) {
            LOG.info("requests that did not end were cut off");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        javalin.stop();
    }

    private static void answer(Context ctx, Router router, int largestBody) throws IOException {
        var response = router.handle(request(ctx.req(), largestBody));
        var reply = ctx.res();
        reply.setStatus(response.status());
        reply.setContentType(null); // Javalin's guess, where we say nothing
        response.headers().forEach(reply::setHeader);
        switch (response.body()) {
            case Body.Text(var text) -> send(reply, text.getBytes(StandardCharsets.UTF_8));
            case Body.Binary(var bytes) -> send(reply, bytes.toArray());
            case Body.Events(var stream) -> stream.sendTo(event -> send(reply, event));
        }
    }

    private static Request request(HttpServletRequest request, int largestBody) throws IOException {
        var body = request.getInputStream().readNBytes(largestBody + 1);
        if (body.length > largestBody) request.getInputStream().skip(MOST_DROPPED);
        return new Request(
                request.getMethod(),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()).orElse(""),
                headers(request),
                Bytes.of(body));
    }

    private static Headers headers(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var name : Collections.list(request.getHeaderNames()))
            fields.put(name, Collections.list(request.getHeaders(name)));
        return new Headers(fields);
    }

    private static void send(HttpServletResponse reply, byte[] body) throws IOException {
        if (body.length > 0) reply.getOutputStream().write(body);
    }

    private static void send(HttpServletResponse reply, Event event) {
        try {
            reply.getOutputStream().write(event.wire().getBytes(StandardCharsets.UTF_8));
            reply.flushBuffer();
        } catch (IOException hungUp) {
            throw new Body.CallerGone(hungUp);
        }
    }
}
