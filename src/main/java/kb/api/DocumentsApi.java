package kb.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.documents.Document;
import kb.documents.DocumentService;
import kb.http.Call;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Response;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Span;

/** {@link DocumentService} in HTTP's words. */
public final class DocumentsApi {
    private final DocumentService service;
    private final Limits limits;

    public DocumentsApi(DocumentService service, Limits limits) {
        this.service = service;
        this.limits = limits;
    }

    Response upload(Call call) {
        var form = UploadForm.parse(call, limits);
        return switch (service.upload(
                Asker.person(call.caller()), form.filename(), form.content().toArray())) {
            case DocumentService.Upload.Accepted(var document) -> stored(202, document);
            case DocumentService.Upload.Known(var document) -> stored(200, document);
            case DocumentService.Upload.NameTaken(var holder) ->
                throw new ProblemException(new Problem.DuplicateFilename(
                        form.filename().text(), holder.documentId().toString()));
        };
    }

    private static Response stored(int status, Document document) {
        return Response.json(status, DocumentJson.of(document)).with("location", "/documents/" + document.documentId());
    }

    Response list(Call call) {
        var query = ListQuery.parse(call);
        var listing = service.list(Asker.tenant(call.caller()), query.limit(), query.cursor());
        var items = listing.documents().stream().map(DocumentJson::of).toList();
        return Response.json(200, new Listing(items, listing.cursor()));
    }

    Response get(Call call) {
        return Response.json(200, DocumentJson.of(document(call)));
    }

    /** To the PDF itself: a redirect, or its address for a caller that would rather have JSON. */
    Response content(Call call) {
        var address = service.content(Asker.tenant(call.caller()), document(call));
        if (call.request().prefers("application/json", "application/pdf")) return Response.json(200, address);
        return Response.empty(302).with("location", address.url().toString());
    }

    record ChunkJson(UUID chunkId, int position, int page, String section, Span span, String text, List<Box> boxes) {
        static ChunkJson of(Chunk chunk) {
            return new ChunkJson(
                    chunk.id(),
                    chunk.position(),
                    chunk.page(),
                    chunk.section(),
                    chunk.span(),
                    chunk.text(),
                    chunk.boxes());
        }
    }

    Response chunks(Call call) {
        var query = call.query();
        var limit = query.number("limit", 20, 1, 100);
        var from = query.number("cursor", 0, 0, 999_999_999);
        query.into(() -> from);
        var chunks = service.chunks(Asker.tenant(call.caller()), document(call).documentId());
        var items = chunks.stream().skip(from).limit(limit).map(ChunkJson::of).toList();
        var next = from + items.size();
        return Response.json(
                200, new Listing(items, next < chunks.size() ? Optional.of(Integer.toString(next)) : Optional.empty()));
    }

    private Document document(Call call) {
        var id = call.id("document_id", "document");
        return service.find(Asker.tenant(call.caller()), id)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("document", id.toString())));
    }
}
