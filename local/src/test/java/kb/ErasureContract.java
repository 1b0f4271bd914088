package kb;

import static kb.ApiContract.assertProblem;
import static kb.ApiContract.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is deleted is gone at once, everywhere, and a receipt says so. */
public interface ErasureContract extends Contract {
    @Test
    default void a_deleted_document_is_gone_from_every_store() throws Exception {
        var admin = as("admin");
        var id = admin.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        assertEquals(200, admin.get("/documents/" + id + "/pages/1").status());
        var reply = admin.send("DELETE", "/documents/" + id);
        assertEquals(200, reply.status(), reply::text);
        var receipt = reply.json();
        assertEquals(id, receipt.get("document_id").textValue());
        assertEquals("erased", receipt.get("status").textValue());
        assertEquals(1, receipt.get("erased").get("vectors").intValue());
        // the PDF, its pages, what became of each, its chunks and their vectors, and a picture
        assertEquals(6, receipt.get("erased").get("objects").intValue());
        assertEquals(
                "{\"vectors\":0,\"objects\":0,\"records\":0,\"quotes\":0}",
                receipt.get("left").toString());
        assertEquals(keepsBackups(), receipt.get("backups_until").isTextual());

        for (var path : List.of("", "/content", "/chunks", "/coverage", "/outline", "/versions", "/pages/1")) {
            assertProblem(404, "not-found", admin.get("/documents/" + id + path));
        }
        assertProblem(404, "not-found", admin.send("DELETE", "/documents/" + id));
        assertEquals(List.of(), ids(admin.get("/documents?superseded=true"), "document_id"));
        assertEquals(List.of(), admin.found("how much is a lost card"));
        var answer = admin.ask("How much does a lost card cost?");
        assertEquals("not_in_documents", answer.get("status").textValue());
        assertEquals("[]", answer.get("passages").toString());
    }

    @Test
    default void what_stored_answers_quoted_is_replaced_by_a_mark() throws Exception {
        var admin = as("admin");
        var guide = admin.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = admin.chat();
        var answer = admin.ask(chat, "How much does a lost card cost?");
        assertTrue(answer.get("content").textValue().contains("four euros"));
        var nothing = admin.ask(chat, "What is the boiling point of tungsten?");
        assertTrue(nothing.get("passages").toString().contains("library"));

        var receipt = admin.send("DELETE", "/documents/" + guide).json();
        var quoted = answer.get("citations").size() + nothing.get("passages").size();
        assertEquals(quoted, receipt.get("erased").get("quotes").intValue());
        var messages = admin.get("/chats/" + chat + "/messages");
        assertFalse(messages.text().contains("four euros"), messages::text);
        assertFalse(messages.text().contains("guide.pdf"), messages::text);
        var erased = messages.json().get("items").get(1);
        assertEquals("answered", erased.get("status").textValue());
        assertEquals("(erased) [1]", erased.get("content").textValue().split("\n")[0]);
        var citation = erased.get("citations").get(0);
        assertEquals("(erased)", citation.get("quote").textValue());
        assertEquals("[]", citation.get("boxes").toString());
        assertEquals(guide, citation.get("document_id").textValue());
        assertEquals("[]", messages.json().get("items").get(3).get("passages").toString());
    }

    @Test
    default void deleting_the_live_version_brings_no_older_one_back() throws Exception {
        var admin = as("admin");
        var first = admin.uploaded("menu.pdf", Pdfs.of("Today the kitchen serves pea soup."));
        var second = text(admin.replaced("menu.pdf", Pdfs.of("Today the kitchen serves fish pie.")), "document_id");
        assertEquals(200, admin.send("DELETE", "/documents/" + second).status());

        assertEquals(List.of(), admin.found("what does the kitchen serve"));
        assertEquals(200, admin.get("/documents/" + first).status());
        assertEquals(List.of(first), ids(admin.versions(first), "document_id"));
        var third = admin.uploaded("menu.pdf", Pdfs.of("Today the kitchen serves plum cake."));
        assertEquals(3, admin.get("/documents/" + third).json().get("version").intValue());
    }

    @Test
    default void deleting_an_old_version_leaves_the_live_one() throws Exception {
        var admin = as("admin");
        var first = admin.uploaded("menu.pdf", Pdfs.of("Today the kitchen serves pea soup."));
        var second = text(admin.replaced("menu.pdf", Pdfs.of("Today the kitchen serves fish pie.")), "document_id");
        var receipt = admin.send("DELETE", "/documents/" + first).json();
        assertEquals("erased", text(receipt, "status"));
        assertEquals(List.of(second), admin.found("what does the kitchen serve"));
        assertEquals(List.of(second), ids(admin.versions(second), "document_id"));
    }

    @Test
    default void bytes_that_come_back_under_a_name_are_listed_as_both_versions_once() throws Exception {
        var admin = as("admin");
        var soup = Pdfs.of("Today the kitchen serves pea soup.");
        var id = admin.uploaded("menu.pdf", soup);
        admin.upload("monday.pdf", soup);
        var pie = text(admin.replaced("menu.pdf", Pdfs.of("Today the kitchen serves fish pie.")), "document_id");
        admin.send("DELETE", "/documents/" + pie);
        assertEquals(id, IdentityContract.id(admin.upload("menu.pdf", soup)));
        admin.replaced("monday.pdf", Pdfs.of("Today the kitchen serves plum cake."));

        var versions = admin.versions(id).json().get("items");
        assertEquals("[3, 1]", versions.findValues("version").toString());
        assertEquals(List.of(id, id), ids(admin.versions(id), "document_id"));
    }

    @Test
    default void erased_bytes_may_come_again() throws Exception {
        var admin = as("admin");
        var pdf = Pdfs.of(ApiContract.GUIDE);
        var first = admin.uploaded("guide.pdf", pdf);
        admin.send("DELETE", "/documents/" + first);
        var second = admin.uploaded("guide.pdf", pdf);
        assertFalse(first.equals(second));
        assertEquals(1, admin.get("/documents/" + second).json().get("version").intValue());
        assertEquals(List.of(second), admin.found("how much is a lost card"));
    }

    @Test
    default void a_document_may_be_deleted_while_it_is_read() throws Exception {
        var admin = as("admin");
        var pages = new String[40];
        for (int i = 0; i < pages.length; i++) pages[i] = "Page %d tells of mill number %d.".formatted(i, i * 7);
        var id = IdentityContract.id(admin.upload("mills.pdf", Pdfs.of(pages)));
        var reply = admin.send("DELETE", "/documents/" + id);
        assertTrue(List.of(200, 202).contains(reply.status()), reply::text);
        assertProblem(404, "not-found", admin.get("/documents/" + id));
        assertEquals(List.of(), admin.found("mill number 7"));
    }

    @Test
    default void only_an_administrator_of_the_tenant_deletes() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        assertProblem(403, "forbidden", writer.send("DELETE", "/documents/" + id));
        assertProblem(404, "not-found", as("admin").send("DELETE", "/documents/" + id));
        assertEquals(200, writer.get("/documents/" + id).status());
    }

    @Test
    default void deleting_a_chat_forgets_what_it_quoted() throws Exception {
        var admin = as("admin");
        var guide = admin.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = admin.chat();
        admin.ask(chat, "How much does a lost card cost?");
        admin.send("DELETE", "/chats/" + chat);
        var receipt = admin.send("DELETE", "/documents/" + guide).json();
        assertEquals(0, receipt.get("erased").get("quotes").intValue());
        assertEquals("erased", text(receipt, "status"));
    }

    private static String text(JsonNode json, String field) {
        return json.get(field).textValue();
    }
}
