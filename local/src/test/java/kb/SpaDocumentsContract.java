package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The screen "Manage Knowledge Base" of the replaced service's browser app: parse, highlight, upload, history, versions, delete. */
public interface SpaDocumentsContract extends Contract {
    String EXISTING = """
            {"doc_id": "uuid", "file_name": "=guide.pdf", "upload_date": "time +08:00", "chunks": "int",
             "file_size_bytes": "int", "uploaded_by": "=wren"}""";

    @Test
    default void a_pdf_is_parsed_highlighted_uploaded_and_listed() throws Exception {
        var app = new SpaClient(as("manager"));
        var pdf = Pdfs.of(ApiContract.GUIDE, "The annex has nothing of interest.");
        var parsed = app.parsed("guide.pdf", pdf, false);
        Shape.of("""
                {"chunks": [{"id": "text", "text": "text", "metadata": {
                   "type": "text", "section": "text", "section_title": "text", "parent_section": "text", "context": "text",
                   "tags": ["text"], "page": "int", "source_file": "=guide.pdf", "created_at": "time without a zone",
                   "processing_method": "=two_pass", "anchored": true,
                   "box": {"l": "number", "t": "number", "r": "number", "b": "number"},
                   "line_count": "int", "matched_line_ids": ["text"]}}],
                 "document_metadata": {"source_file": "=guide.pdf", "processed_date": "time without a zone",
                   "total_chunks": "int", "processing_version": "=combined_v1.0", "processing_method": "=standard_two_pass",
                   "anchored_chunks": "int", "unanchored_chunks": 0,
                   "design_heavy_detection": {"is_design_heavy": false, "confidence": "number", "reasons": ["text"]}},
                 "processing_info": {"method": "=two_pass", "text_chunks": "int", "image_chunks": 0, "total_chunks": "int",
                   "processed_at": "time without a zone"},
                 "extraction_summary": {"total_elements": "int", "text_elements": "int", "table_elements": 0,
                   "image_elements": 0, "simplified_view_chars": "int"},
                 "content_hash": "sha256", "file_size_bytes": %d}""".formatted(pdf.length)).fits(parsed);
        var chunk = parsed.get("chunks").get(0);
        assertTrue(chunk.get("id").textValue().matches("chunk-0-[0-9a-f]{8}"));
        var box = chunk.at("/metadata/box");
        assertEquals(72, box.get("l").doubleValue(), 1.0);
        assertTrue(box.get("t").doubleValue() < box.get("b").doubleValue());
        assertEquals(
                2,
                parsed.get("chunks")
                        .get(parsed.get("chunks").size() - 1)
                        .at("/metadata/page")
                        .intValue());
        assertEquals(0, app.get("/kb/list-kb").get("total_count").intValue());

        var uploaded = SpaClient.ok(app.upload(SpaClient.uploadOf(parsed, "guide.pdf", false)));
        Shape.of("""
                {"success": true, "message": "text", "doc_id": "uuid", "weaviate_doc_id": "uuid", "action": "=uploaded",
                 "version": 1, "version_info": null}""").fits(uploaded);
        var listed = app.get("/kb/list-kb?limit=10&offset=0&order_by=upload_date&order_dir=DESC");
        Shape.of("""
                {"success": true, "total_count": 1, "count": 1, "offset": 0, "limit": 10, "documents": [
                  {"doc_id": "=%s", "file_name": "=guide.pdf", "upload_date": "time +08:00", "file_size_bytes": %d,
                   "file_size_formatted": "text", "chunks": %d, "uploaded_by": "=wren", "page_count": 2}]}""".formatted(
                                uploaded.get("doc_id").textValue(),
                                pdf.length,
                                parsed.get("chunks").size()))
                .fits(listed);
        assertTrue(listed.at("/documents/0/file_size_formatted").textValue().matches("\\d+ B|\\d+\\.\\d\\d KB"));
    }

    @Test
    default void what_a_person_corrected_is_found_and_the_quote_is_still_the_pages() throws Exception {
        var writer = as("manager");
        var app = new SpaClient(writer);
        var parsed = app.parsed("guide.pdf", Pdfs.of(ApiContract.GUIDE, "A <b>bold</b> annex & more."), false);
        var last = parsed.get("chunks").size() - 1;
        assertEquals(
                "A &lt;b&gt;bold&lt;/b&gt; annex &amp; more.",
                parsed.get("chunks").get(last).get("text").textValue());
        var body = SpaClient.uploadOf(parsed, "guide.pdf", false);
        var first = (ObjectNode) body.get("chunks").get(0);
        first.put("text", first.get("text").textValue() + " Zanzibar ferry &amp; timetable.");
        var id = SpaClient.ok(app.upload(body)).get("doc_id").textValue();

        var passages = writer.sendJson(
                        "POST", "/search", Map.of("query", "Zanzibar timetable", "legs", List.of("keyword")))
                .json()
                .get("passages");
        assertEquals(1, passages.size());
        assertEquals(id, passages.get(0).get("document_id").textValue());
        assertFalse(passages.get(0).get("text").textValue().contains("Zanzibar"));
        var chunks = writer.get("/documents/" + id + "/chunks").json().get("items");
        assertTrue(chunks.get(0).get("edited_text").textValue().endsWith("Zanzibar ferry & timetable."));
        assertTrue(chunks.get(last).get("edited_text").isNull());
        var citation =
                writer.ask("How much does a lost card cost?").get("citations").get(0);
        assertEquals(
                "The fee for a lost card is four euros and fifty cents.",
                citation.get("quote").textValue());
        assertEquals(302, writer.get("/documents/" + id + "/content").status());
    }

    @Test
    default void a_chunk_that_does_not_come_back_is_not_searched() throws Exception {
        var writer = as("manager");
        var app = new SpaClient(writer);
        var parsed = app.parsed("guide.pdf", Pdfs.of(ApiContract.GUIDE, "The annex is about tungsten."), false);
        var body = SpaClient.uploadOf(parsed, "guide.pdf", false);
        var chunks = (ArrayNode) body.get("chunks");
        chunks.remove(chunks.size() - 1);
        SpaClient.ok(app.upload(body));
        var query = Map.of("query", "tungsten", "legs", List.of("keyword"));
        assertEquals(
                "[]",
                writer.sendJson("POST", "/search", query).json().get("passages").toString());
    }

    @Test
    default void a_duplicate_is_told_and_overridden_to_version_2_and_deleted_with_a_token() throws Exception {
        var manager = as("manager");
        var app = new SpaClient(manager);
        var pdf = Pdfs.of(ApiContract.GUIDE);
        var parsed = app.parsed("guide.pdf", pdf, false);
        var first = SpaClient.ok(app.upload(SpaClient.uploadOf(parsed, "guide.pdf", false)));

        var again = app.parse("guide.pdf", pdf, false);
        assertEquals(409, again.status());
        Shape.of("""
                {"error": "text", "detail": {"error": "=duplicate_detected", "duplicate_type": "=both", "message": "text",
                  "existing_doc": %s, "action_required": "text"}}""".formatted(EXISTING)).fits(again.json());
        assertEquals("content", duplicate(app.parse("other.pdf", pdf, false)));
        assertEquals("filename", duplicate(app.parse("guide.pdf", Pdfs.of("Another text altogether."), false)));

        var reparsed = app.parsed("guide.pdf", pdf, true);
        var refused = app.upload(SpaClient.uploadOf(reparsed, "guide.pdf", false));
        assertEquals(409, refused.status());
        Shape.of("""
                {"error": "text", "detail": {"error": "=duplicate_filename", "message": "text", "suggestion": "text",
                  "existing_doc": {"doc_id": "uuid", "file_name": "=guide.pdf", "upload_date": "time +08:00",
                    "file_size_bytes": "int", "chunks": "int", "uploaded_by": "=wren", "content_hash": "sha256",
                    "weaviate_doc_id": "uuid", "current_version": 1}}}""").fits(refused.json());
        var second = SpaClient.ok(app.upload(SpaClient.uploadOf(reparsed, "guide.pdf", true)));
        Shape.of("""
                {"success": true, "message": "text", "doc_id": "uuid", "weaviate_doc_id": "uuid", "action": "=replaced",
                 "version": 2, "version_info": {"previous_version_archived": true, "new_version": 2, "previous_version":
                   {"version_number": 1, "doc_id": "=%s", "uploaded_by": "=wren", "upload_date": "time +08:00"}}}""".formatted(first.get("doc_id").textValue())).fits(second);
        Shape.of("""
                {"success": true, "file_name": "=guide.pdf", "total_versions": 2,
                 "current_version": {"doc_id": "uuid", "file_name": "=guide.pdf", "version": 2, "upload_date": "time +08:00",
                   "file_size_bytes": "int", "chunks": "int", "uploaded_by": "=wren", "is_current": true},
                 "version_history": [{"version_id": "uuid", "version": 1, "upload_date": "time +08:00",
                   "archived_date": "time +08:00", "file_size_bytes": "int", "chunks": "int", "uploaded_by": "=wren",
                   "is_current": false}]}""").fits(app.get("/kb/document-versions/guide.pdf"));
        assertEquals(1, app.get("/kb/list-kb").get("total_count").intValue());

        var path = "/kb/delete/" + second.get("doc_id").textValue();
        assertEquals(401, anonymously("DELETE", path).status());
        assertEquals(403, manager.send("DELETE", path).status());
        Shape.of("""
                {"success": true, "message": "text", "deleted_doc":
                  {"doc_id": "uuid", "file_name": "=guide.pdf", "chunks": "int"}}""").fits(SpaClient.ok(manager.in("admin").send("DELETE", path)));
        assertEquals(404, manager.in("admin").send("DELETE", path).status());
        var left = app.get("/kb/document-versions/guide.pdf");
        assertTrue(left.get("current_version").isNull(), left::toString);
        assertEquals(first.get("doc_id"), left.at("/version_history/0/version_id"));
        assertEquals(0, app.get("/kb/list-kb").get("total_count").intValue());
    }

    private static String duplicate(FrontEnd.Reply reply) throws Exception {
        assertEquals(409, reply.status(), reply::text);
        return reply.json().at("/detail/duplicate_type").textValue();
    }
}
