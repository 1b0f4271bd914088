package kb.api;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kb.documents.Document;
import kb.documents.Filename;
import kb.documents.Upload;
import kb.documents.UploadService;
import kb.documents.UploadService.Announcement;
import kb.documents.UploadService.Completion;
import kb.http.Call;
import kb.http.Fields;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Response;
import kb.people.Tenant;

/** {@link UploadService} in HTTP's words: PDFs in a request's body, and big ones that are put into storage directly. */
public final class UploadsApi {
    private static final String SHA256 = "[0-9a-f]{64}";

    private final UploadService service;
    private final Limits limits;

    public UploadsApi(UploadService service, Limits limits) {
        this.service = service;
        this.limits = limits;
    }

    Response upload(Call call) {
        var form = UploadForm.parse(call, limits);
        var person = Asker.person(call.caller());
        var upload = service.upload(person, form.filename(), form.content().toArray(), form.replace());
        var status = upload instanceof Upload.Known ? 200 : 202;
        return document(status, accepted(upload, form.filename()));
    }

    record UploadJson(UUID documentId, URI url, String method, Map<String, String> headers, Instant expiresAt) {}

    /** 202 with the address to put the bytes at; 200 with the document when nothing has to be put. */
    Response announce(Call call) {
        var announced = announcement(call.fields());
        var person = Asker.person(call.caller());
        return target(person.tenant(), accepted(service.announce(person, announced), announced.filename()));
    }

    /** Announced before under the same key: the same document, with an address that is not over. */
    Response announced(Call call, Map<String, String> noted) {
        var path = noted.get(Once.LOCATION);
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        var tenant = Asker.tenant(call.caller());
        return target(tenant, service.find(tenant, id).orElseThrow(() -> absent(id)));
    }

    private Response target(Tenant tenant, Document document) {
        if (!document.awaitsBytes()) return document(200, document);
        var target = service.target(tenant, document);
        var address = target.address();
        var json = new UploadJson(document.documentId(), address.url(), "PUT", address.headers(), target.expiresAt());
        return Response.json(202, json).with("location", "/documents/" + document.documentId());
    }

    private Announcement announcement(Fields fields) {
        var filename = fields.text("filename", 10_000);
        Filename.complaint(filename).ifPresent(complaint -> fields.complain("filename", complaint, ""));
        var most = Math.toIntExact(Math.min(limits.presignedUploadBytes(), Integer.MAX_VALUE));
        var size = fields.number("size_bytes", 0, 1, most);
        if (!fields.isGiven("size_bytes")) fields.complain("size_bytes", "is required", 0);
        var sha256 = fields.text("sha256", 64);
        if (!sha256.matches(SHA256)) fields.complain("sha256", "must be 64 lower-case hexadecimal digits", "");
        var replace = fields.flag("replace", false);
        return fields.into(() -> new Announcement(new Filename(filename), size, sha256, replace));
    }

    /** Says that the bytes are there; where storage tells us itself, this finds it done. */
    Response complete(Call call) {
        var id = call.id("document_id", "document");
        return switch (service.complete(Asker.tenant(call.caller()), id)) {
            case Completion.Taken(var document) -> document(202, document);
            case Completion.NothingArrived(var _) -> throw refused(new Problem.UploadIncomplete(id.toString()));
            case Completion.NotAPdf(var _) -> throw refused(new Problem.NotAPdf());
            case Completion.NoSuchDocument() -> throw absent(id);
        };
    }

    private static Document accepted(Upload upload, Filename filename) {
        return switch (upload) {
            case Upload.Accepted(var document) -> document;
            case Upload.Known(var document) -> document;
            case Upload.NameTaken(var holder) ->
                throw refused(new Problem.DuplicateFilename(filename.text(), holder.toString()));
            case Upload.TooManyNames(var document, var most) ->
                throw refused(new Problem.TooManyNames(document.documentId().toString(), most));
        };
    }

    private static Response document(int status, Document document) {
        return Response.json(status, DocumentJson.of(document)).with("location", "/documents/" + document.documentId());
    }

    private static ProblemException absent(UUID id) {
        return refused(new Problem.NotFound("document", id.toString()));
    }

    private static ProblemException refused(Problem problem) {
        return new ProblemException(problem);
    }
}
