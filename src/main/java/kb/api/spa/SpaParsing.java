package kb.api.spa;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kb.api.Asker;
import kb.api.Limits;
import kb.documents.Document;
import kb.documents.Drafts;
import kb.documents.Filename;
import kb.documents.PdfMark;
import kb.http.Bytes;
import kb.http.Call;
import kb.http.Multipart;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Response;
import kb.ingest.Drafting;
import kb.people.Tenant;
import kb.store.Sha256;

/** The first of the app's two steps: a PDF is read, and its chunks are shown. */
public final class SpaParsing {
    private static final int LEAST_BYTES = 100;

    private final Drafting drafting;
    private final Drafts drafts;
    private final Limits limits;
    private final Clock clock;

    public SpaParsing(Drafting drafting, Drafts drafts, Limits limits, Clock clock) {
        this.drafting = drafting;
        this.drafts = drafts;
        this.limits = limits;
        this.clock = clock;
    }

    private record Form(String filename, Bytes content, boolean forced) {}

    public Response parse(Call call) {
        var form = form(call);
        if (form.filename().isBlank()) return SpaErrors.failure(400, "no_filename", "the file has no name");
        var name = CleanName.of(form.filename());
        if (name.isEmpty()) return SpaErrors.failure(400, "bad_filename", "nothing is left of the file's name");
        if (!CleanName.isPdf(name.get().text()))
            return SpaErrors.failure(400, "not_a_pdf", "the file's name does not end in .pdf");
        if (form.content().length() > limits.directUploadBytes())
            throw new ProblemException(new Problem.TooLarge(
                    "a PDF in a request", limits.directUploadBytes(), "announce it with POST /documents/uploads"));
        if (form.content().length() < LEAST_BYTES)
            return SpaErrors.failure(400, "too_small", "a PDF has at least 100 bytes");
        return parsed(Asker.tenant(call.caller()), name.get(), form);
    }

    private Response parsed(Tenant tenant, Filename name, Form form) {
        var pdf = form.content().toArray();
        var known = drafts.like(tenant, Sha256.hex(pdf), name.text());
        var duplicate = form.forced() ? Optional.<Response>empty() : duplicate(known);
        if (duplicate.isPresent()) return duplicate.get();
        if (!PdfMark.isIn(pdf)) return SpaErrors.failure(500, "parsing_failed", "the file is no PDF");
        return switch (drafting.read(tenant, pdf)) {
            case Drafting.Outcome.Unreadable(var reason) -> SpaErrors.failure(500, "parsing_failed", reason.advice());
            case Drafting.Outcome.Read read -> Response.json(200, shown(read, name.text()));
        };
    }

    private static Form form(Call call) {
        var request = call.request();
        if (!request.mediaType().equals("multipart/form-data"))
            throw new ProblemException(new Problem.UnsupportedMediaType("multipart/form-data"));
        var complaints = new Complaints();
        var parts = Multipart.parts(request);
        var file = parts.stream()
                .filter(part -> part.name().equals("file") && part.filename().isPresent())
                .findFirst();
        if (file.isEmpty()) complaints.add("missing", List.of("body", "file"), "Field required", Map.of(), "");
        var forced = parts.stream()
                .filter(part ->
                        part.name().equals("force_reparse") && part.filename().isEmpty())
                .anyMatch(part -> part.content().text().strip().equalsIgnoreCase("true"));
        return complaints.into(
                () -> new Form(file.get().filename().orElseThrow(), file.get().content(), forced));
    }

    private static Optional<Response> duplicate(Drafts.Likeness known) {
        var named = known.named();
        var same = known.same();
        if (named.isEmpty() && same.isEmpty()) return Optional.empty();
        var type = named.isEmpty() ? "content" : same.isEmpty() ? "filename" : "both";
        var detail = new LinkedHashMap<String, Object>();
        detail.put("error", "duplicate_detected");
        detail.put("duplicate_type", type);
        detail.put("message", message(type));
        detail.put("existing_doc", existing(named.or(() -> same).orElseThrow()));
        detail.put("action_required", "parse it again with force_reparse, and upload it with force_replace");
        return Optional.of(SpaErrors.failure(409, "duplicate_detected", detail));
    }

    private static String message(String type) {
        return switch (type) {
            case "filename" -> "a document of this name is there already";
            case "content" -> "this very file is there already, under another name";
            default -> "this very file is there already";
        };
    }

    static Map<String, Object> existing(Document document) {
        var existing = new LinkedHashMap<String, Object>();
        existing.put("doc_id", document.documentId());
        existing.put("file_name", document.name().filename());
        existing.put("upload_date", SpaTime.ofDocument(document.source().uploadDate()));
        existing.put("chunks", document.state().progress().chunks());
        existing.put("file_size_bytes", document.source().sizeBytes());
        existing.put("uploaded_by", document.source().uploadedBy());
        return existing;
    }

    private Map<String, Object> shown(Drafting.Outcome.Read read, String filename) {
        var now = clock.instant();
        var chunks = new SpaChunks(read.pages(), filename, now).all(read.chunks());
        var tables =
                read.pages().stream().mapToInt(page -> page.tables().size()).sum();
        var anchored = chunks.stream()
                .filter(chunk -> chunk.metadata().get("anchored").equals(true))
                .count();
        var document = new LinkedHashMap<String, Object>();
        document.put("source_file", filename);
        document.put("processed_date", SpaTime.ofParsing(now));
        document.put("total_chunks", chunks.size());
        document.put("processing_version", "combined_v1.0");
        document.put("processing_method", "standard_two_pass");
        document.put("anchored_chunks", anchored);
        document.put("unanchored_chunks", chunks.size() - anchored);
        document.put(
                "design_heavy_detection", Map.of("is_design_heavy", false, "confidence", 0.0, "reasons", List.of()));
        var processing = new LinkedHashMap<String, Object>();
        processing.put("method", "two_pass");
        processing.put("text_chunks", chunks.size());
        processing.put("image_chunks", 0);
        processing.put("total_chunks", chunks.size());
        processing.put("processed_at", SpaTime.ofParsing(now));
        var texts = (int) chunks.stream().filter(chunk -> !chunk.is("table")).count();
        var summary = new LinkedHashMap<String, Object>();
        summary.put("total_elements", texts + tables);
        summary.put("text_elements", texts);
        summary.put("table_elements", tables);
        summary.put("image_elements", 0);
        summary.put(
                "simplified_view_chars",
                read.pages().stream().mapToInt(page -> page.text().length()).sum());
        var shown = new LinkedHashMap<String, Object>();
        shown.put("chunks", chunks);
        shown.put("document_metadata", document);
        shown.put("processing_info", processing);
        shown.put("extraction_summary", summary);
        shown.put("content_hash", read.draft().sha256());
        shown.put("file_size_bytes", read.draft().sizeBytes());
        return shown;
    }
}
