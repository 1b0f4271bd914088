package kb;

import static kb.ApiContract.assertProblem;
import static kb.ApiContract.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people say about documents, how they are listed, and how a failed one is tried again. */
public interface ShelfContract extends Contract {
    @Test
    default void a_title_and_tags_are_given_kept_and_taken_away() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var given = patch(writer, id, Map.of("title", " The guide ", "tags", List.of("library", "fees", "library")));
        assertEquals("The guide", given.get("title").textValue());
        assertEquals("[\"library\",\"fees\"]", given.get("tags").toString());

        var retitled = patch(writer, id, Map.of("title", "Members' guide"));
        assertEquals("[\"library\",\"fees\"]", retitled.get("tags").toString());
        var none = new HashMap<String, Object>();
        none.put("title", null);
        assertTrue(patch(writer, id, none).get("title").isNull());
        assertEquals(
                "[]", patch(writer, id, Map.of("tags", List.of())).get("tags").toString());
        assertEquals(
                "ready", writer.get("/documents/" + id).json().get("status").textValue());
    }

    @Test
    default void who_gives_no_title_is_shown_the_one_that_the_file_states() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded(
                "stated.pdf", Pdfs.about("A guide\u0000 to the library", "Ada Merrow", "The kettle is read."));
        var stated = writer.get("/documents/" + id).json();
        assertEquals("A guide to the library", stated.get("title").textValue());
        assertEquals("Ada Merrow", stated.get("author").textValue());
        assertEquals("2019-05-04T10:20:30Z", stated.get("created_at").textValue());
        assertTrue(stated.get("modified_at").isNull());
        assertEquals(
                "Ours", patch(writer, id, Map.of("title", "Ours")).get("title").textValue());
    }

    private static com.fasterxml.jackson.databind.JsonNode patch(Client writer, String id, Map<String, ?> body)
            throws Exception {
        var reply = writer.sendJson("PATCH", "/documents/" + id, body);
        assertEquals(200, reply.status(), reply::text);
        return reply.json();
    }

    @Test
    default void what_is_wrong_with_a_title_or_tags_is_said() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var path = "/documents/" + id;
        assertProblem(422, "invalid", writer.sendJson("PATCH", path, Map.of("title", "x".repeat(301))));
        assertProblem(422, "invalid", writer.sendJson("PATCH", path, Map.of("tags", "library")));
        assertProblem(422, "invalid", writer.sendJson("PATCH", path, Map.of("tags", List.of(" "))));
        assertProblem(422, "invalid", writer.sendJson("PATCH", path, Map.of("status", "ready")));
        var unknown = "/documents/00000000-0000-7000-8000-000000000000";
        assertProblem(404, "not-found", writer.sendJson("PATCH", unknown, Map.of("title", "Mine")));
    }

    @Test
    default void a_list_shows_what_is_asked_for() throws Exception {
        var writer = as("manager");
        var guide = writer.uploaded("Guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var tea = writer.named("robin").uploaded("tea.pdf", Pdfs.of("Green tea is brewed at eighty degrees."));
        var locked = IdentityContract.id(writer.upload("locked.pdf", Pdfs.locked("secret", "Nobody reads this.")));
        writer.ready(locked);
        patch(writer, tea, Map.of("tags", List.of("drinks")));

        assertEquals(List.of(locked, tea, guide), ids(writer.get("/documents"), "document_id"));
        assertEquals(List.of(guide, tea, locked), ids(writer.get("/documents?order=oldest"), "document_id"));
        assertEquals(List.of(locked), ids(writer.get("/documents?status=failed"), "document_id"));
        assertEquals(List.of(guide), ids(writer.get("/documents?filename=guide"), "document_id"));
        assertEquals(List.of(tea), ids(writer.get("/documents?tag=drinks"), "document_id"));
        assertEquals(List.of(tea), ids(writer.get("/documents?uploaded_by=robin"), "document_id"));
        assertEquals(List.of(), ids(writer.get("/documents?tag=drinks&status=failed"), "document_id"));
        assertProblem(422, "invalid", writer.get("/documents?status=lost"));
        assertProblem(422, "invalid", writer.get("/documents?order=alphabet"));
    }

    @Test
    default void a_filtered_list_goes_on_where_it_stopped() throws Exception {
        var writer = as("manager");
        var even = new java.util.ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            var id =
                    IdentityContract.id(writer.upload("page " + i + ".pdf", Pdfs.of("This is page number " + i + ".")));
            writer.ready(id);
            if (i % 2 == 0) even.addFirst(id);
            patch(writer, id, Map.of("tags", List.of(i % 2 == 0 ? "even" : "odd")));
        }
        var seen = new java.util.ArrayList<String>();
        var target = "/documents?tag=even&limit=1";
        for (var next = writer.get(target); ; ) {
            seen.addAll(ids(next, "document_id"));
            var cursor = next.json().get("next_cursor");
            if (cursor.isNull()) break;
            next = writer.get(target + "&cursor=" + cursor.textValue());
        }
        assertEquals(even, seen);
    }

    @Test
    default void only_a_failed_document_is_tried_again() throws Exception {
        var writer = as("manager");
        var guide = writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var locked = IdentityContract.id(writer.upload("locked.pdf", Pdfs.locked("secret", "Nobody reads this.")));
        writer.ready(locked);

        var begun = writer.send("POST", "/documents/" + locked + "/retry");
        assertEquals(202, begun.status());
        assertEquals("/documents/" + locked, begun.header("location").orElseThrow());
        var failed = writer.ready(locked);
        assertEquals("password_required", failed.get("error").get("code").textValue());
        assertProblem(409, "not-failed", writer.send("POST", "/documents/" + guide + "/retry"));
        var unknown = "/documents/00000000-0000-7000-8000-000000000000/retry";
        assertProblem(404, "not-found", writer.send("POST", unknown));
    }
}
