package kb.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kb.documents.Document;
import kb.documents.Failure;
import kb.documents.Name;

/** A document as callers see it. */
record DocumentJson(
        UUID documentId,
        String filename,
        List<String> aliases,
        Optional<String> title,
        Optional<String> author,
        Optional<Instant> createdAt,
        Optional<Instant> modifiedAt,
        String status,
        int version,
        boolean current,
        String sha256,
        long sizeBytes,
        int pages,
        int chunks,
        List<String> tags,
        String uploadedBy,
        Instant uploadDate,
        Stage progress,
        Optional<Failure> error,
        List<String> warnings) {

    record Stage(String stage, int pagesDone, int pages, int chunksDone, int chunks) {}

    static DocumentJson of(Document document) {
        return as(document.name(), document);
    }

    /** The document as the version it is, or was, of a name. */
    static DocumentJson as(Name name, Document document) {
        var source = document.source();
        var state = document.state();
        var progress = state.progress();
        var about = state.about();
        var status = state.status().name().toLowerCase(Locale.ROOT);
        return new DocumentJson(
                document.documentId(),
                name.filename(),
                document.aliases(),
                document.shownTitle(),
                about.author(),
                about.createdAt(),
                about.modifiedAt(),
                status,
                name.version(),
                name.held(),
                source.sha256(),
                source.sizeBytes(),
                progress.pages(),
                progress.chunks(),
                document.tags(),
                source.uploadedBy(),
                source.uploadDate(),
                new Stage(status, progress.pagesDone(), progress.pages(), progress.chunksDone(), progress.chunks()),
                state.error(),
                state.warnings());
    }
}
