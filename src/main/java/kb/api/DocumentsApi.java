package kb.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.documents.Document;
import kb.documents.DocumentService;
import kb.http.Call;
import kb.http.Caller;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Response;
import kb.masking.Masking;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.PageLabels;
import kb.pages.Span;

/** {@link DocumentService} in HTTP's words. */
public final class DocumentsApi {
    private static final int LONGEST_WAIT = 20;

    private final DocumentService service;
    private final Masking masking;

    /** @param masking of chunks */
    public DocumentsApi(DocumentService service, Masking masking) {
        this.service = service;
        this.masking = masking;
    }

    private static Response stored(int status, Document document) {
        return Response.json(status, DocumentJson.of(document)).with("location", "/documents/" + document.documentId());
    }

    Response list(Call call) {
        return Response.json(200, list(DocumentQuery.parse(call.query()), call.caller()));
    }

    Listing list(DocumentQuery query, Caller caller) {
        var listing = service.list(Asker.tenant(caller), query.wanted(), query.limit(), query.cursor());
        var items = listing.documents().stream().map(DocumentJson::of).toList();
        return new Listing(items, listing.cursor());
    }

    /** All versions of the name the document is shown under, newest first. */
    Response versions(Call call) {
        var query = ListQuery.parse(call);
        var document = document(call);
        var listing = service.versions(Asker.tenant(call.caller()), document, query.limit(), query.cursor());
        var items = listing.versions().stream()
                .map(version -> DocumentJson.as(version.name(), version.document()))
                .toList();
        return Response.json(200, new Listing(items, listing.cursor()));
    }

    Response describe(Call call) {
        var id = call.id("document_id", "document");
        var description = DescriptionFields.parse(call);
        var changed = service.describe(Asker.tenant(call.caller()), id, description);
        return Response.json(200, DocumentJson.of(changed.orElseThrow(() -> absent(id))));
    }

    Response retry(Call call) {
        var id = call.id("document_id", "document");
        return switch (service.retry(Asker.tenant(call.caller()), id)) {
            case DocumentService.Retry.Begun(var document) -> stored(202, document);
            case DocumentService.Retry.NotFailed(var document) ->
                throw new ProblemException(new Problem.NotFailed(
                        id.toString(), DocumentJson.of(document).status()));
            case DocumentService.Retry.NoSuchDocument() -> throw absent(id);
        };
    }

    /** At once, or with {@code ?wait=} when its status changes, or so many seconds have passed. */
    Response get(Call call) {
        var id = call.id("document_id", "document");
        var query = call.query();
        var wait = query.number("wait", 0, 0, LONGEST_WAIT);
        var seconds = query.into(() -> wait);
        var document = service.watch(Asker.tenant(call.caller()), id, Duration.ofSeconds(seconds));
        return Response.json(200, DocumentJson.of(document.orElseThrow(() -> absent(id))));
    }

    /** To the PDF itself: a redirect, or its address for a caller that would rather have JSON. */
    Response content(Call call) {
        var address = service.content(Asker.tenant(call.caller()), document(call));
        if (call.request().prefers("application/json", "application/pdf")) return Response.json(200, address);
        return Response.empty(302).with("location", address.url().toString());
    }

    record ChunkJson(
            UUID chunkId,
            int position,
            int page,
            Optional<String> pageLabel,
            String section,
            Span span,
            String text,
            Optional<String> editedText,
            List<Box> boxes) {
        static ChunkJson of(Chunk chunk, PageLabels labels) {
            return new ChunkJson(
                    chunk.id(),
                    chunk.position(),
                    chunk.page(),
                    labels.of(chunk.page()),
                    chunk.section(),
                    chunk.span(),
                    chunk.text(),
                    Optional.of(chunk.edited()).filter(edited -> !edited.isEmpty()),
                    chunk.boxes());
        }
    }

    Response chunks(Call call) {
        var query = call.query();
        var limit = query.number("limit", 20, 1, 100);
        var from = query.number("cursor", 0, 0, 999_999_999);
        query.into(() -> from);
        var document = document(call);
        var labels = document.state().about().labels();
        var chunks = service.chunks(Asker.tenant(call.caller()), document);
        var items = chunks.stream()
                .skip(from)
                .limit(limit)
                .map(chunk -> ChunkJson.of(chunk.reading(masking::of), labels))
                .toList();
        var next = from + items.size();
        return Response.json(
                200, new Listing(items, next < chunks.size() ? Optional.of(Integer.toString(next)) : Optional.empty()));
    }

    Response coverage(Call call) {
        var document = document(call);
        var read = service.coverage(Asker.tenant(call.caller()), document);
        return Response.json(200, CoverageJson.of(document, read));
    }

    Response outline(Call call) {
        var document = document(call);
        var bookmarks = service.bookmarks(Asker.tenant(call.caller()), document);
        return Response.json(200, OutlineJson.of(document, bookmarks, masking::of));
    }

    private Document document(Call call) {
        var id = call.id("document_id", "document");
        return service.find(Asker.tenant(call.caller()), id).orElseThrow(() -> absent(id));
    }

    private static ProblemException absent(UUID id) {
        return new ProblemException(new Problem.NotFound("document", id.toString()));
    }
}
