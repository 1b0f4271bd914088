package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What admins are told of their tenant, and nobody else. The figures themselves are held to in kb.activity. */
public interface AdminContract extends Contract {
    List<String> ROUTES = List.of(
            "/admin/health",
            "/admin/weaviate-documents",
            "/admin/documents",
            "/admin/chat-stats",
            "/admin/costs",
            "/admin/errors",
            "/admin/stats",
            "/admin/activity-logs");

    @Test
    default void an_admin_is_told_what_their_tenant_did_and_another_tenants_is_not() throws Exception {
        var admin = as("admin");
        var id = admin.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        admin.ask("How much does a lost card cost?");
        var documents = processed(admin, 1);
        assertEquals("success", documents.at("/recent_uploads/0/status").textValue());
        assertEquals("wren", documents.at("/recent_uploads/0/uploaded_by").textValue());
        assertEquals(100.0, documents.get("success_rate").doubleValue());
        assertEquals(
                id,
                admin.get("/admin/weaviate-documents")
                        .json()
                        .at("/documents/0/weaviate_doc_id")
                        .textValue());
        var stats = admin.get("/admin/stats").json();
        assertEquals(1, stats.at("/chat/sessions").intValue());
        assertEquals(2, stats.at("/chat/messages").intValue());
        assertEquals(
                documents.get("total_chunks"),
                admin.get("/admin/health").json().at("/services/weaviate/chunks_stored"));

        var stranger = as("admin");
        assertEquals(0, stranger.get("/admin/stats").json().at("/chat/messages").intValue());
        assertEquals(
                0,
                stranger.get("/admin/documents")
                        .json()
                        .get("documents_processed")
                        .intValue());
        assertEquals(
                0,
                stranger.get("/admin/weaviate-documents")
                        .json()
                        .get("total_documents")
                        .intValue());
        assertEquals(0, stranger.get("/admin/activity-logs").json().get("logs").size());
    }

    /** Once the work on so many documents is written down, which comes after they are ready. */
    private static JsonNode processed(Client admin, int many) throws Exception {
        for (var deadline = System.nanoTime() + 60_000_000_000L; System.nanoTime() < deadline; Thread.onSpinWait()) {
            var documents = admin.get("/admin/documents").json();
            if (documents.get("documents_processed").intValue() == many) return documents;
        }
        throw new AssertionError(admin.get("/admin/documents").text());
    }

    @Test
    default void only_admins_are_told() throws Exception {
        for (var route : ROUTES) {
            assertEquals(200, as("admin").get(route).status(), route);
            assertProblem(403, "forbidden", as("manager").get(route));
            assertProblem(403, "forbidden", as("user").get(route));
        }
    }

    @Test
    default void who_did_what_is_told_newest_first_and_a_title_never() throws Exception {
        var admin = as("admin");
        var id = admin.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        processed(admin, 1);
        admin.sendJson("PATCH", "/documents/" + id, Map.of("title", "Behind the clock"));
        admin.named("robin").in("user").chat();
        var logs = admin.get("/admin/activity-logs").json().get("logs");
        var actions = logs.findValuesAsText("action");
        assertEquals(List.of("create", "describe"), actions.subList(0, 2));
        assertEquals(Set.of("process", "upload"), Set.copyOf(actions.subList(2, actions.size())));
        assertEquals("robin", logs.at("/0/actor/name").textValue());
        assertEquals("guide.pdf", logs.at("/1/target").textValue());
        assertTrue(logs.at("/" + actions.indexOf("process") + "/details/chunks_created")
                        .intValue()
                > 0);
        assertFalse(admin.get("/admin/activity-logs").text().contains("clock"));
        var reads = admin.get("/admin/activity-logs?log_type=admin").json().get("logs");
        assertEquals("/admin/activity-logs", reads.at("/0/target").textValue());
    }

    @Test
    default void what_is_done_through_other_doors_is_in_the_log_too() throws Exception {
        var admin = as("admin");
        var app = new SpaClient(admin);
        var parsed = app.parsed("guide.pdf", Pdfs.of(ApiContract.GUIDE), false);
        SpaClient.ok(app.upload(SpaClient.uploadOf(parsed, "guide.pdf", false)));
        processed(admin, 1);
        var asked = Map.of("role", "user", "content", "How much does a lost card cost?");
        var request = Map.of("model", "knowledge-base", "messages", List.of(asked));
        assertEquals(
                200, admin.sendJson("POST", "/v1/chat/completions", request).status());
        var logs = admin.get("/admin/activity-logs").json().get("logs");
        assertEquals(Set.of("parse", "process", "question", "upload"), Set.copyOf(logs.findValuesAsText("action")));
        assertEquals(2, admin.get("/admin/stats").json().at("/chat/messages").intValue());
    }

    @Test
    default void a_name_goes_with_its_document() throws Exception {
        var admin = as("admin");
        var id = admin.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        assertEquals(200, admin.send("DELETE", "/documents/" + id).status());
        for (var route : ROUTES) assertFalse(admin.get(route).text().contains("guide.pdf"), route);
        assertEquals(
                0,
                admin.get("/admin/weaviate-documents")
                        .json()
                        .get("total_chunks")
                        .intValue());
    }

    @Test
    default void a_number_out_of_bounds_is_refused_and_an_unknown_word_is_not() throws Exception {
        var admin = as("admin");
        for (var target : List.of(
                "/admin/weaviate-documents?limit=201",
                "/admin/costs?days=0",
                "/admin/costs?days=366",
                "/admin/errors?hours=25",
                "/admin/errors?limit=0",
                "/admin/activity-logs?hours=169",
                "/admin/stats?days=1")) {
            assertProblem(422, "invalid", admin.get(target));
        }
        assertEquals(
                "fortnight",
                admin.get("/admin/stats?period=fortnight").json().get("period").textValue());
        assertEquals(
                "[]",
                admin.get("/admin/activity-logs?log_type=gossip")
                        .json()
                        .get("logs")
                        .toString());
    }
}
