package kb.lambda;

import io.javalin.Javalin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kb.FrontEnd;
import org.eclipse.jetty.http.UriCompliance;

/**
 * A function behind a socket on loopback, as its function URL is: for browsers and other clients that speak HTTP.
 *
 * <p>Like that it hands on whole requests, sends whole answers, and refuses by itself what does not fit into an event.
 */
public final class FunctionSocket implements AutoCloseable {
    private static final int LARGEST_EVENT = 6 * 1024 * 1024;
    private static final FrontEnd.Reply TOO_LARGE = new FrontEnd.Reply(
            413,
            Map.of("content-type", List.of("application/json")),
            "{\"message\":\"Request Entity Too Large\"}".getBytes(StandardCharsets.UTF_8));

    private final FrontEnd function;
    private final Javalin server;

    /** On any free port. @param function such as {@link kb.LambdaEvents}, in this process, or {@link FunctionUrl}, in one of its own */
    public FunctionSocket(FrontEnd function) {
        this(function, 0);
    }

    public FunctionSocket(FrontEnd function, int port) {
        this.function = function;
        this.server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.UNSAFE));
                    config.routes.before(ctx -> {
                        send(answer(ctx.req()), ctx.res());
                        ctx.skipRemainingHandlers();
                    });
                })
                .start("127.0.0.1", port);
    }

    public int port() {
        return server.port();
    }

    /** Without a slash at the end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    private FrontEnd.Reply answer(HttpServletRequest arriving) throws Exception {
        var body = arriving.getInputStream().readNBytes(LARGEST_EVENT + 1);
        if (body.length > LARGEST_EVENT / 4 * 3) return TOO_LARGE; // Base64 makes four bytes out of three
        var query = arriving.getQueryString();
        var target = arriving.getRequestURI() + (query == null ? "" : "?" + query);
        return function.send(new FrontEnd.Call(arriving.getMethod(), target, headers(arriving), body));
    }

    private static Map<String, String> headers(HttpServletRequest arriving) {
        var headers = new TreeMap<String, String>();
        for (var name : Collections.list(arriving.getHeaderNames()))
            headers.put(name.toLowerCase(Locale.ROOT), String.join(",", Collections.list(arriving.getHeaders(name))));
        return headers;
    }

    private static void send(FrontEnd.Reply reply, HttpServletResponse response) throws Exception {
        response.setStatus(reply.status());
        response.setContentType(null); // Javalin's guess
        reply.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (reply.body().length > 0) response.getOutputStream().write(reply.body());
    }

    @Override
    public void close() {
        server.stop();
    }
}
