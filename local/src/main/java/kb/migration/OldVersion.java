package kb.migration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kb.documents.Source;

/**
 * A row of either table of documents, read as far as it can be.
 *
 * @param filename as it lies there
 * @param number of the version; absent when there is none
 * @param source absent when its bytes are not known by a checksum, so that nobody could bring them
 * @param changed what had to be put in place of what
 */
record OldVersion(
        OldRow row,
        String name,
        String filename,
        Optional<Long> number,
        Optional<Source> source,
        List<String> changed) {
    static final String CURRENT = "documents";
    static final String ARCHIVED = "document_versions";

    /** There is no place here for these: pages and chunks are counted anew, and the old index had ids of its own. */
    private static final Set<String> KEPT =
            Set.of("doc_id", "weaviate_doc_id", "chunks", "page_count", "metadata", "archived_date", "replaced_by");

    static OldVersion of(OldRow row) {
        var changed = new ArrayList<String>();
        var archived = row.table().equals(ARCHIVED);
        return new OldVersion(
                row,
                row.name(archived ? "version_id" : "doc_id"),
                row.text("file_name").orElse(""),
                row.count(archived ? "version_number" : "current_version")
                        .filter(number -> number > 0 && number < 1_000_000),
                source(row, changed),
                changed);
    }

    boolean current() {
        return row.table().equals(CURRENT);
    }

    private static Optional<Source> source(OldRow row, List<String> changed) {
        var sha256 = row.text("content_hash").map(hash -> hash.strip().toLowerCase(Locale.ROOT));
        if (sha256.isEmpty() || !sha256.get().matches("[0-9a-f]{64}")) return Optional.empty();
        var size = row.count("file_size_bytes");
        if (size.isEmpty()) changed.add("its size is not known until it is uploaded");
        var by = row.text("uploaded_by").orElse("anonymous");
        return Optional.of(new Source(sha256.get(), size.orElse(0L), by, uploaded(row, changed)));
    }

    private static Instant uploaded(OldRow row, List<String> changed) {
        var uploaded = row.text("upload_date").flatMap(OldTime.DOCUMENTS::read);
        if (uploaded.isPresent()) return uploaded.get();
        var archived = row.text("archived_date").flatMap(OldTime.DOCUMENTS::read);
        changed.add(
                archived.isPresent()
                        ? "it says no upload_date: that of its archiving stands for it"
                        : "it says no upload_date: 1970-01-01 stands for it");
        return archived.orElse(Instant.EPOCH);
    }

    Map<String, Object> kept() {
        var kept = new LinkedHashMap<String, Object>();
        row.columns().forEach((column, value) -> {
            if (KEPT.contains(column) && value != null) kept.put(column, value);
        });
        return kept;
    }
}
