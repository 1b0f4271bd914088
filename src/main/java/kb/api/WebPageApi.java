package kb.api;

import java.util.Optional;
import java.util.function.Supplier;
import kb.http.Call;
import kb.http.Handler;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web page, for browsers.
 *
 * <p>It runs no script but its own, reaches nothing but this server and the storage of PDFs, and makes no HTML out of text:
 * browsers refuse it (Trusted Types), whatever a document says.
 */
public final class WebPageApi {
    private static final Logger LOG = LoggerFactory.getLogger(WebPageApi.class);
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src %s; img-src 'self' blob:;"
            + " connect-src 'self'%s; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    private final PageFiles files;
    private final Supplier<Optional<String>> storage;

    /** @param storage the origin that PDFs are put to and read from */
    public WebPageApi(Supplier<Optional<String>> storage) {
        this.files = PageFiles.read();
        this.storage = storage;
    }

    /** The page for a browser, and something else for a program. */
    Handler or(Handler other) {
        return call -> {
            var wantsPage = call.request().prefers("text/html", "application/json");
            return wantsPage ? page(call, "index.html") : other.handle(call).with("vary", "accept");
        };
    }

    Response docs(Call call) {
        return page(call, "docs.html");
    }

    /** Asked for anew each time, and sent only when it has changed. */
    private Response page(Call call, String name) {
        var policy = POLICY.formatted(files.style(), origin());
        var mark = "W/\"" + files.build() + "\"";
        var same = call.request().headers().all("if-none-match").contains(mark);
        var answer = same ? Response.empty(304) : files.page(name).response(call);
        return answer.with("content-security-policy", policy)
                .with("etag", mark)
                .with("cache-control", "no-cache")
                .with("vary", "accept, accept-encoding");
    }

    /** While the storage cannot say where it is nothing can be put there either. */
    private String origin() {
        try {
            return storage.get().map(" "::concat).orElse("");
        } catch (RuntimeException unknown) {
            LOG.warn("the storage does not say where browsers reach it", unknown);
            return "";
        }
    }

    Response file(Call call) {
        var part = files.part(call.parameters().get("build"), call.parameters().get("file"))
                .orElseThrow(() -> new ProblemException(
                        new Problem.NotFound("part of the page", "is called so; load the page again")));
        return part.response(call)
                .with("cache-control", "public, max-age=31536000, immutable")
                .with("vary", "accept-encoding");
    }
}
