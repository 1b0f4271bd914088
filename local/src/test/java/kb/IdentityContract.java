package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of an upload whose bytes or name are known: the same bytes are the same document, a name leads to one. */
public interface IdentityContract extends Contract {
    @Test
    default void bytes_that_failed_start_again_under_any_name() throws Exception {
        var writer = as("manager");
        var locked = Pdfs.locked("secret", "Nobody reads this.");
        var id = id(writer.upload("locked.pdf", locked));
        assertEquals("failed", writer.ready(id).get("status").textValue());

        var again = writer.upload("locked.pdf", locked);
        assertEquals(202, again.status());
        assertEquals(id, id(again));
        writer.ready(id);
        var renamed = writer.upload("key.pdf", locked);
        assertEquals(202, renamed.status());
        assertEquals(id, id(renamed));
        assertEquals("[\"key.pdf\"]", renamed.json().get("aliases").toString());
    }

    @Test
    default void a_replacement_is_a_version_of_its_own_and_live_when_it_is_ready() throws Exception {
        var writer = as("manager");
        var first = writer.uploaded("menu.pdf", Pdfs.of("Today the kitchen serves pea soup."));
        var reply = writer.replace("menu.pdf", Pdfs.of("Today the kitchen serves fish pie."));
        assertEquals(202, reply.status());
        var second = id(reply);
        assertNotEquals(first, second);
        assertEquals(2, reply.json().get("version").intValue());

        var live = writer.ready(second);
        assertTrue(live.get("current").booleanValue());
        var old = writer.get("/documents/" + first).json();
        assertEquals("ready", old.get("status").textValue());
        assertEquals(false, old.get("current").booleanValue());
        assertEquals("menu.pdf", old.get("filename").textValue());
        assertEquals(1, old.get("version").intValue());
        assertEquals(List.of(second), writer.found("what does the kitchen serve"));
        assertEquals(List.of(second, first), ApiContract.ids(writer.versions(first), "document_id"));
        assertEquals(List.of(second), ApiContract.ids(writer.get("/documents"), "document_id"));
        assertEquals(List.of(second, first), ApiContract.ids(writer.get("/documents?superseded=true"), "document_id"));
    }

    @Test
    default void a_superseded_version_still_resolves() throws Exception {
        var writer = as("manager");
        var first = writer.uploaded("menu.pdf", Pdfs.of("Today the kitchen serves pea soup."));
        var cited = writer.ask("What does the kitchen serve today?")
                .get("citations")
                .get(0);
        writer.replaced("menu.pdf", Pdfs.of("Today the kitchen serves fish pie."));

        assertEquals(first, cited.get("document_id").textValue());
        assertEquals(302, writer.get("/documents/" + first + "/content").status());
        var chunks = writer.get("/documents/" + first + "/chunks").json().get("items");
        assertTrue(chunks.get(0)
                .get("text")
                .textValue()
                .contains(cited.get("quote").textValue()));
    }

    @Test
    default void a_replacement_that_cannot_be_read_leaves_the_old_version_live() throws Exception {
        var writer = as("manager");
        var first = writer.uploaded("menu.pdf", Pdfs.of("Today the kitchen serves pea soup."));
        var broken = id(writer.replace("menu.pdf", Pdfs.locked("secret", "Fish pie.")));
        assertEquals("failed", writer.ready(broken).get("status").textValue());

        assertTrue(writer.get("/documents/" + first).json().get("current").booleanValue());
        assertEquals(List.of(first), writer.found("what does the kitchen serve"));
    }

    @Test
    default void a_replacement_that_failed_is_begun_again_under_any_name() throws Exception {
        var writer = as("manager");
        writer.uploaded("menu.pdf", Pdfs.of("Today the kitchen serves pea soup."));
        var locked = Pdfs.locked("secret", "Nobody reads this.");
        var failed = id(writer.replace("menu.pdf", locked));
        writer.ready(failed);

        var renamed = writer.upload("card.pdf", locked);
        assertEquals(202, renamed.status());
        assertEquals(failed, id(renamed));
        assertEquals("card.pdf", renamed.json().get("filename").textValue());
    }

    @Test
    default void a_replacement_by_the_very_same_bytes_changes_nothing() throws Exception {
        var writer = as("manager");
        var pdf = Pdfs.of("Today the kitchen serves pea soup.");
        var first = writer.uploaded("menu.pdf", pdf);
        var reply = writer.replace("menu.pdf", pdf);
        assertEquals(200, reply.status());
        assertEquals(first, id(reply));
    }

    @Test
    default void bytes_that_live_elsewhere_take_a_name_over_only_when_told_to() throws Exception {
        var writer = as("manager");
        var soup = Pdfs.of("Today the kitchen serves pea soup.");
        var monday = writer.uploaded("monday.pdf", soup);
        var tuesday = writer.uploaded("tuesday.pdf", Pdfs.of("Today the kitchen serves fish pie."));
        assertProblem(409, "duplicate-filename", writer.upload("tuesday.pdf", soup));

        var next = writer.replaced("tuesday.pdf", soup);
        assertEquals("tuesday.pdf", next.get("filename").textValue());
        assertEquals(2, next.get("version").intValue());
        assertNotEquals(monday, next.get("document_id").textValue());
        assertTrue(writer.get("/documents/" + monday).json().get("current").booleanValue());
        assertEquals(
                false, writer.get("/documents/" + tuesday).json().get("current").booleanValue());
    }

    @Test
    default void superseded_bytes_come_back_as_a_new_version() throws Exception {
        var writer = as("manager");
        var soup = Pdfs.of("Today the kitchen serves pea soup.");
        var first = writer.uploaded("menu.pdf", soup);
        writer.replaced("menu.pdf", Pdfs.of("Today the kitchen serves fish pie."));
        assertProblem(409, "duplicate-filename", writer.upload("menu.pdf", soup));

        var third = writer.replaced("menu.pdf", soup);
        assertEquals(3, third.get("version").intValue());
        assertNotEquals(first, third.get("document_id").textValue());
        var found = writer.found("what does the kitchen serve");
        assertEquals(List.of(third.get("document_id").textValue()), found);
    }

    @Test
    default void superseded_bytes_under_a_new_name_are_a_document_again() throws Exception {
        var writer = as("manager");
        var soup = Pdfs.of("Today the kitchen serves pea soup.");
        var first = writer.uploaded("menu.pdf", soup);
        writer.replaced("menu.pdf", Pdfs.of("Today the kitchen serves fish pie."));

        var again = writer.upload("archive.pdf", soup);
        assertEquals(202, again.status());
        var document = writer.ready(id(again));
        assertNotEquals(first, id(again));
        assertEquals("archive.pdf", document.get("filename").textValue());
        assertEquals(1, document.get("version").intValue());
    }

    @Test
    default void replacing_an_alias_moves_that_name_only() throws Exception {
        var writer = as("manager");
        var soup = Pdfs.of("Today the kitchen serves pea soup.");
        var first = writer.uploaded("menu.pdf", soup);
        writer.upload("monday.pdf", soup);

        var second = writer.replaced("menu.pdf", Pdfs.of("Today the kitchen serves fish pie."));
        assertEquals(2, second.get("version").intValue());
        var moved = writer.get("/documents/" + first).json();
        assertTrue(moved.get("current").booleanValue());
        assertEquals("monday.pdf", moved.get("filename").textValue());
        assertEquals("[]", moved.get("aliases").toString());
        var versions =
                writer.versions(second.get("document_id").textValue()).json().get("items");
        assertEquals("[2, 1]", versions.findValues("version").toString());
        assertEquals("menu.pdf", versions.get(1).get("filename").textValue());
        assertEquals(first, versions.get(1).get("document_id").textValue());
        assertEquals("[true, false]", versions.findValues("current").toString());
    }

    @Test
    default void a_document_has_only_so_many_names() throws Exception {
        var writer = as("manager");
        var pdf = Pdfs.of("Today the kitchen serves pea soup.");
        writer.uploaded("menu.pdf", pdf);
        for (int i = 2; i <= 40; i++) {
            assertEquals(200, writer.upload("menu " + i + ".pdf", pdf).status());
        }
        assertProblem(409, "too-many-names", writer.upload("menu 41.pdf", pdf));
        assertEquals(200, writer.upload("menu 40.pdf", pdf).status());
    }

    static String id(FrontEnd.Reply reply) throws Exception {
        return reply.json().get("document_id").textValue();
    }
}
