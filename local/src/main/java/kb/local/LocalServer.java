package kb.local;

import io.javalin.Javalin;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import kb.http.Body;
import kb.http.Bytes;
import kb.http.Event;
import kb.http.Headers;
import kb.http.Problem;
import kb.http.Request;
import kb.http.Response;
import kb.http.Router;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application behind a socket. Javalin carries the bytes; our router decides everything else. */
public final class LocalServer {
    private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);

    /** Twice the longest token, so that a longer one is refused by our gate and not by Jetty. */
    static final int LARGEST_HEADER = 16_384;

    /** How long requests that have arrived may take once we are told to stop; then the rest is told to come back. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

    private static final Duration LAST_REFUSALS = Duration.ofSeconds(1);

    /** Enough for the largest body over 700 kbit/s. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private LocalServer() {}

    /** @param largestBody bytes; of a larger body one byte more is taken, and the router refuses it */
    public static Javalin on(Router router, int largestBody) {
        return on(router, largestBody, PATIENCE);
    }

    /** @param patience how long a body may take to arrive */
    public static Javalin on(Router router, int largestBody, Duration patience) {
        var bodies = new ArrivingBody(largestBody, patience);
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.threadPool = threads();
            config.jetty.modifyServer(server -> {
                server.setHandler(new Admission());
                server.setErrorHandler(new Refusals(router));
            });
            // what an odd path means is the router's to say, not the server's
            config.jetty.modifyHttpConfiguration(http -> {
                http.setUriCompliance(UriCompliance.UNSAFE);
                http.setRequestHeaderSize(LARGEST_HEADER);
            });
            config.routes.before(ctx -> {
                answer(ctx, router, bodies);
                ctx.skipRemainingHandlers();
            });
        });
    }

    /** A virtual thread for each request; sockets are watched by threads that requests cannot hold up. */
    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        threads.setReservedThreads(0);
        threads.setDaemon(false);
        return threads;
    }

    /** Lets nobody new in and answers what has arrived; connections without a request are not waited for. */
    static void stop(Javalin javalin) {
        var server = javalin.jettyServer().server();
        for (var connector : server.getConnectors()) {
            // else Jetty gives up on a caller who pauses for a second
            if (connector instanceof AbstractConnector ours)
                ours.setShutdownIdleTimeout(LAST_ANSWERS.plus(LAST_REFUSALS).toMillis());
            connector.shutdown();
        }
        try {
            finish(server.getDescendant(Admission.class));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        javalin.stop();
    }

    private static void finish(Admission admission) throws InterruptedException {
        if (admission.quietWithin(LAST_ANSWERS)) return;
        admission.close();
        if (!admission.quietWithin(LAST_REFUSALS)) LOG.info("requests that did not end were cut off");
    }

    private static void answer(Context ctx, Router router, ArrivingBody bodies) throws IOException {
        try {
            send(ctx.res(), answer(ctx.req(), router, bodies));
        } catch (EofException gone) {
            LOG.debug("a caller went away before it was answered", gone);
        }
    }

    private static Response answer(HttpServletRequest arriving, Router router, ArrivingBody bodies) {
        try {
            return router.handle(request(arriving, bodies.read(arriving.getInputStream())));
        } catch (ArrivingBody.TooSlow dripping) {
            LOG.debug("a body took too long", dripping);
            return router.refuse(request(arriving, Bytes.NONE), new Problem.TooSlow());
        } catch (IOException | HttpException.RuntimeException broken) {
            LOG.debug("a body broke off", broken);
            var why = "the body did not arrive as it was announced; send it again";
            return router.refuse(request(arriving, Bytes.NONE), new Problem.Malformed(why));
        }
    }

    private static void send(HttpServletResponse reply, Response response) throws IOException {
        reply.setStatus(response.status());
        reply.setContentType(null); // Javalin's guess, where we say nothing
        response.headers().forEach(reply::setHeader);
        switch (response.body()) {
            case Body.Text(var text) -> send(reply, text.getBytes(StandardCharsets.UTF_8));
            case Body.Binary(var bytes) -> send(reply, bytes.toArray());
            case Body.Events(var stream) -> stream.sendTo(event -> send(reply, event));
        }
    }

    private static Request request(HttpServletRequest request, Bytes body) {
        return new Request(
                request.getMethod(),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()).orElse(""),
                headers(request),
                body);
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
