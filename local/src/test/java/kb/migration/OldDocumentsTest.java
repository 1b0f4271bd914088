package kb.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import kb.documents.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the rows of documents.db, those that are as they should be and those that are not. */
class OldDocumentsTest {
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final String C = "c".repeat(64);

    @TempDir
    Path folder;

    private Move move;

    @BeforeEach
    void tables() {
        move = new Move(folder);
    }

    @Test
    void a_document_waits_for_its_bytes_and_keeps_its_versions() throws Exception {
        try (var old = new OldService(folder)) {
            old.document(
                    "'d1', 'guide.pdf', '2025-03-01T09:00:00+08:00', 1234, 7, 'Ann', '" + B + "', 2, 'w1', '{}', 2");
            old.version("'v1', 'd0', 'guide.pdf', 1, '2025-02-01T09:00:00', '2025-03-01T09:00:00', 1000, 5, NULL, '" + A
                    + "', 1, 'd1'");
        }
        assertEquals(
                List.of("document_versions: 1 row: 1 taken over", "documents: 1 row: 1 taken over"),
                move.run(false).lines());
        var live = move.document("documents d1");
        assertEquals("guide.pdf", live.name().filename());
        assertEquals(2, live.name().version());
        assertTrue(live.current());
        assertEquals("source_missing", live.state().error().orElseThrow().code());
        assertEquals(new Source(B, 1234, "Ann", Instant.parse("2025-03-01T01:00:00Z")), live.source());
        var earlier = move.document("document_versions v1");
        assertEquals(1, earlier.name().version());
        assertFalse(earlier.current());
        assertEquals(new Source(A, 1000, "anonymous", Instant.parse("2025-02-01T01:00:00Z")), earlier.source());
        assertEquals(
                "w1",
                move.report()
                        .get("documents d1")
                        .at("/kept_here_alone/weaviate_doc_id")
                        .textValue());
    }

    @Test
    void odd_rows_of_documents_are_taken_over_or_listed() throws Exception {
        try (var old = new OldService(folder)) {
            old.document("'d1', 'a/b\nc.pdf', 'yesterday', NULL, NULL, NULL, '" + A.toUpperCase(Locale.ROOT)
                    + "', NULL, NULL, 'no json', NULL");
            old.document("'d2', 'a-b c.pdf', '2025-03-01', 'many', 1, 'Bo', '" + B + "', NULL, NULL, NULL, 1");
            old.document("'d3', '   ', '2025-03-01', 1, 1, 'Bo', '" + C + "', NULL, NULL, NULL, 1");
            old.document("'d4', NULL, '2025-03-01', 1, 1, 'Bo', '" + C.replace('c', 'd') + "', NULL, NULL, NULL, 1");
            old.document("'d5', 'x.pdf', '2025-03-01', 1, 1, 'Bo', 'not a hash', NULL, NULL, NULL, 1");
            old.document("NULL, 'y.pdf', '2025-03-01 10:00:00.5', 1, 1, 'Bo', '" + C.replace('c', 'e')
                    + "', NULL, NULL, NULL, 1");
            old.version("'v1', 'd9', 'gone.pdf', 1, '2025-01-01', '2025-01-02', 1, 1, 'Bo', '" + C + "', 1, NULL");
            old.version("'v2', 'd9', 'gone.pdf', 1, '2025-01-01', '2025-01-02', 1, 1, 'Bo', '" + B + "', 1, NULL");
            old.version("'v3', 'd9', 'gone.pdf', NULL, '2025-01-01', '2025-01-02', 1, 1, 'Bo', '" + A + "', 1, NULL");
            old.version("'v4', 'd9', 'gone.pdf', 3, NULL, '2025-01-02', 1, 1, 'Bo', NULL, 1, NULL");
        }
        var result = move.run(false);
        assertFalse(result.whole());
        assertEquals(
                List.of(
                        "documents d3: nothing of its file_name makes a name",
                        "documents d4: nothing of its file_name makes a name",
                        "document_versions v3: it has no version_number",
                        "document_versions v2: its name has a version of that number already",
                        "document_versions v4: its content_hash is no SHA-256, so that nobody could bring its bytes: upload it anew",
                        "documents d5: its content_hash is no SHA-256, so that nobody could bring its bytes: upload it anew",
                        "document_versions: 4 rows: 1 taken over, 3 not taken over",
                        "documents: 6 rows: 3 taken over, 3 not taken over"),
                result.lines());
        assertEquals(10, move.report().size());
        assertEquals("a-b c.pdf", move.document("documents d2").name().filename());
        var renamed = move.document("documents d1");
        assertEquals("a-b c (2).pdf", renamed.name().filename());
        assertEquals(A, renamed.source().sha256());
        assertEquals(
                List.of(
                        "its size is not known until it is uploaded",
                        "it says no upload_date: 1970-01-01 stands for it",
                        "it is called \"a-b c (2).pdf\" here",
                        "it is version 1 here"),
                move.why("documents d1"));
        assertEquals("y.pdf", move.document("documents row 6").name().filename());
        assertFalse(move.document("document_versions v1").current());
    }
}
