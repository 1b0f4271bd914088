package kb.api;

import java.nio.ByteBuffer;
import java.util.List;
import kb.documents.Document;
import kb.documents.DocumentService;
import kb.http.Bytes;
import kb.http.Call;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Response;
import kb.http.Violation;
import kb.pages.Span;
import kb.pictures.PagePictures;
import kb.pictures.PagePictures.Outcome;

/** {@link PagePictures} in HTTP's words. */
public final class PagesApi {
    /** A browser may show it again for ten minutes, to the same person; longer, and it would outlive an erasure for too long. */
    private static final String CACHING = "private, max-age=600";

    private final DocumentService documents;
    private final PagePictures pictures;

    public PagesApi(DocumentService documents, PagePictures pictures) {
        this.documents = documents;
        this.pictures = pictures;
    }

    Response picture(Call call) {
        var query = PictureQuery.parse(call);
        var tenant = Asker.tenant(call.caller());
        var id = call.id("document_id", "document");
        var document = documents
                .find(tenant, id)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("document", id.toString())));
        var page = call.number("page", "page");
        return switch (pictures.show(tenant, document, new PagePictures.Wish(page, query.scale(), query.spans()))) {
            case Outcome.Shown(var png) -> shown(png);
            case Outcome.NoSuchPage() -> throw absent(page);
            case Outcome.NoSuchWords(var spans) -> throw withoutWords(spans);
            case Outcome.NotDrawn(var reason) -> throw notDrawn(document, page, reason.advice());
        };
    }

    private static Response shown(ByteBuffer png) {
        var bytes = new byte[png.remaining()];
        png.get(png.position(), bytes);
        return Response.bytes(200, "image/png", Bytes.of(bytes))
                .with("cache-control", CACHING)
                .with("vary", "authorization");
    }

    private static ProblemException absent(int page) {
        return new ProblemException(new Problem.NotFound("page", Integer.toString(page)));
    }

    private static ProblemException withoutWords(List<Span> spans) {
        return new ProblemException(new Problem.Invalid(spans.stream()
                .map(span -> new Violation(
                        "span", "%d-%d holds no word of the page's text".formatted(span.start(), span.end())))
                .toList()));
    }

    private static ProblemException notDrawn(Document document, int page, String why) {
        return new ProblemException(
                new Problem.PageNotDrawn(document.documentId().toString(), page, why));
    }
}
