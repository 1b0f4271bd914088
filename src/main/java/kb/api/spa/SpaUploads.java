package kb.api.spa;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kb.api.Asker;
import kb.documents.Document;
import kb.documents.DocumentService;
import kb.documents.Draft;
import kb.documents.Drafts;
import kb.documents.Filename;
import kb.documents.Status;
import kb.documents.Upload;
import kb.http.Call;
import kb.http.Response;
import kb.pages.Chunk;
import kb.people.Person;
import kb.people.Tenant;

/** The second of the app's two steps: what was parsed becomes a document, and search sees the chunks as a person left them. */
public final class SpaUploads {
    private static final int LARGEST = 8_000_000;
    private static final int MOST_CHUNKS = 10_000;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_CHUNK = 20_000;
    /** For one change of status; what is not in sight after them comes into sight later. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(6);

    private static final int MOST_CHANGES = 4;

    private final Drafts drafts;
    private final DocumentService documents;

    public SpaUploads(Drafts drafts, DocumentService documents) {
        this.drafts = drafts;
        this.documents = documents;
    }

    private record Wanted(JsonNode chunks, Filename filename, Optional<String> hash, boolean replace) {}

    public Response upload(Call call) {
        var fields = SpaFields.of(call, LARGEST);
        var wanted = wanted(fields);
        var person = Asker.person(call.caller());
        var known = drafts.like(
                person.tenant(), wanted.hash().orElse(""), wanted.filename().text());
        if (known.named().isPresent() && !wanted.replace())
            return duplicate(known.named().get());
        var draft = wanted.hash().flatMap(hash -> drafts.find(person.tenant(), hash));
        if (draft.isEmpty())
            return SpaErrors.failure(
                    409, "not_parsed", "this file was not parsed within a day: parse it again, and upload its chunks");
        return published(person, wanted, draft.get(), known.named());
    }

    private static Wanted wanted(SpaFields fields) {
        var chunks = fields.node("chunks");
        if (chunks.isMissingNode()) fields.complain("missing", "chunks", "Field required", Map.of(), chunks);
        else if (!chunks.isArray()) fields.complain("list_type", "chunks", "must be a list", chunks, chunks);
        else if (chunks.isEmpty()) bound(fields, "too_short", "must have at least 1 item", Map.of("min_length", 1));
        else if (chunks.size() > MOST_CHUNKS)
            bound(fields, "too_long", "must have at most 10000 items", Map.of("max_length", MOST_CHUNKS));
        fields.object("document_metadata");
        var size = fields.node("file_size_bytes");
        if (!size.isMissingNode() && !size.isNull() && !size.isIntegralNumber())
            fields.complain("int_parsing", "file_size_bytes", "must be a whole number", size, size);
        var text = fields.text("source_filename", LONGEST_NAME);
        var name = CleanName.of(text);
        if (name.isEmpty() && !text.isEmpty())
            fields.complain("value_error", "source_filename", "nothing is left of it", text, name);
        var hash = fields.optional("content_hash", 100);
        var replace = fields.flag("force_replace", false);
        return fields.into(() -> new Wanted(chunks, name.orElseThrow(), hash, replace));
    }

    private static void bound(SpaFields fields, String type, String why, Map<String, ?> bound) {
        fields.complaints().add(type, List.of("body", "chunks"), why, List.of(), bound, why);
    }

    private static Response duplicate(Document existing) {
        var told = new LinkedHashMap<>(SpaParsing.existing(existing));
        told.put("content_hash", existing.source().sha256());
        told.put("weaviate_doc_id", existing.documentId());
        told.put("current_version", existing.name().version());
        var detail = new LinkedHashMap<String, Object>();
        detail.put("error", "duplicate_filename");
        detail.put("message", "a document of this name is there already");
        detail.put("existing_doc", told);
        detail.put("suggestion", "choose another name, or upload it with force_replace as the next version");
        return SpaErrors.failure(409, "duplicate_filename", detail);
    }

    private Response published(Person person, Wanted wanted, Draft draft, Optional<Document> before) {
        var chunks = edited(drafts.chunks(person.tenant(), draft), wanted.chunks());
        return switch (drafts.publish(person, draft, wanted.filename(), chunks, wanted.replace())) {
            case Upload.Accepted(var document) -> answered(person, document, before);
            case Upload.Known(var document) -> answered(person, document, before);
            case Upload.NameTaken(var holder) ->
                documents
                        .find(person.tenant(), holder)
                        .map(SpaUploads::duplicate)
                        .orElseGet(() -> SpaErrors.failure(409, "duplicate_filename", "upload it again"));
            case Upload.TooManyNames(var document, var most) ->
                throw new IllegalStateException(
                        "a document of its own has one name: %s, %d".formatted(document.documentId(), most));
        };
    }

    /** Those that came back, each with the text that a person left it with. */
    private static List<Chunk> edited(List<Chunk> parsed, JsonNode uploaded) {
        var texts = texts(uploaded);
        var complaints = new Complaints();
        var left = new ArrayList<Chunk>();
        for (var chunk : parsed) {
            var text = texts.remove(SpaChunks.id(chunk));
            if (text == null) continue;
            left.add(edited(chunk, text));
            if (text.codePointCount(0, text.length()) > LONGEST_CHUNK)
                complaints.add("string_too_long", List.of("body", "chunks"), "a text is too long", "", text);
        }
        for (var unknown : new HashSet<>(texts.keySet()))
            complaints.add("value_error", List.of("body", "chunks"), "no such chunk of this file", unknown, unknown);
        return complaints.into(() -> left);
    }

    private static Map<String, String> texts(JsonNode uploaded) {
        var texts = new LinkedHashMap<String, String>();
        for (var chunk : uploaded)
            texts.put(chunk.path("id").asText(""), chunk.path("text").asText(""));
        return texts;
    }

    private static Chunk edited(Chunk chunk, String text) {
        var asShown = text.equals(SpaChunks.shown(chunk.text())) || text.isBlank();
        return asShown ? chunk.edited("") : chunk.edited(SpaChunks.written(text).strip());
    }

    private Response answered(Person person, Document document, Optional<Document> before) {
        var id = document.documentId();
        var now = settled(person.tenant(), document);
        if (now.state().status() == Status.FAILED)
            return SpaErrors.failure(
                    500, "indexing_failed", now.state().error().orElseThrow().detail());
        var version = document.name().version();
        var uploaded = new LinkedHashMap<String, Object>();
        uploaded.put("success", true);
        uploaded.put("message", before.isEmpty() ? "uploaded" : "replaced: this is version " + version);
        uploaded.put("doc_id", id);
        uploaded.put("weaviate_doc_id", id);
        uploaded.put("action", before.isEmpty() ? "uploaded" : "replaced");
        uploaded.put("version", version);
        uploaded.put("version_info", before.map(earlier -> replaced(version, earlier)));
        return Response.json(200, uploaded);
    }

    private Document settled(Tenant tenant, Document document) {
        var now = document;
        for (int i = 0; i < MOST_CHANGES && now.state().status().isUnfinished(); i++)
            now = documents.watch(tenant, document.documentId(), LONGEST_WAIT).orElse(document);
        return now;
    }

    private static Map<String, Object> replaced(int version, Document before) {
        var previous = new LinkedHashMap<String, Object>();
        previous.put("version_number", before.name().version());
        previous.put("doc_id", before.documentId());
        previous.put("uploaded_by", before.source().uploadedBy());
        previous.put("upload_date", SpaTime.ofDocument(before.source().uploadDate()));
        var info = new LinkedHashMap<String, Object>();
        info.put("previous_version_archived", true);
        info.put("new_version", version);
        info.put("previous_version", previous);
        return info;
    }
}
