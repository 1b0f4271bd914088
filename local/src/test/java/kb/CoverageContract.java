package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing is left out without a word: what became of each page can be asked, and the document itself says the worst of it. */
public interface CoverageContract extends Contract {
    @Test
    default void what_became_of_each_page_is_told() throws Exception {
        var writer = as("manager");
        var pdf = new OddPages()
                .hiding("The library opens at nine.", "Pay the bearer.")
                .blank()
                .drawing()
                .unreadable()
                .text("On Sundays it stays closed.")
                .pdf();
        var id = writer.uploaded("guide.pdf", pdf);
        var expected = """
                {"document_id": "%s", "complete": true, "pages": [
                  {"page": 1, "page_label": null, "characters": 26, "source": "native", "garbled": 0.0, "tables": 0, "images": 0,
                   "unreadable": false, "left_out": {"invisible": 13}},
                  {"page": 2, "page_label": null, "characters": 0, "source": "none", "garbled": 0.0, "tables": 0, "images": 0,
                   "unreadable": false, "left_out": {}},
                  {"page": 3, "page_label": null, "characters": 0, "source": "none", "garbled": 0.0, "tables": 0, "images": 0,
                   "unreadable": false, "left_out": {}},
                  {"page": 4, "page_label": null, "characters": 0, "source": "none", "garbled": 0.0, "tables": 0, "images": 0,
                   "unreadable": true, "left_out": {}},
                  {"page": 5, "page_label": null, "characters": 27, "source": "native", "garbled": 0.0, "tables": 0, "images": 0,
                   "unreadable": false, "left_out": {}}]}""".formatted(id);
        var coverage = writer.get("/documents/" + id + "/coverage");
        assertEquals(200, coverage.status(), coverage::text);
        assertEquals(new ObjectMapper().readTree(expected), coverage.json());

        var document = writer.get("/documents/" + id).json();
        assertEquals(
                "[\"pages_without_text: 3\",\"pages_unreadable: 4\",\"hidden_text: 1\"]",
                document.get("warnings").toString());
    }

    @Test
    default void an_answer_out_of_a_document_with_warnings_passes_them_on() throws Exception {
        var writer = as("manager");
        writer.uploaded(
                "sound.pdf", new OddPages().text("The boat leaves at noon.").pdf());
        var pdf = new OddPages().text("The library opens at nine.").drawing().pdf();
        var id = writer.uploaded("guide.pdf", pdf);
        var chat = writer.chat();
        var answer = writer.ask(chat, "When does the library open?");
        assertEquals(
                "[{\"document_id\":\"%s\",\"warnings\":[\"pages_without_text: 2\"]}]".formatted(id),
                answer.get("warnings").toString());
        assertEquals(
                "[]",
                writer.ask(chat, "When does the boat leave?").get("warnings").toString());
        var kept = writer.get("/chats/" + chat + "/messages").json().get("items");
        assertEquals(answer.get("warnings"), kept.get(1).get("warnings"));
    }

    @Test
    default void what_a_search_finds_comes_with_the_warnings_of_its_documents() throws Exception {
        var writer = as("manager");
        writer.uploaded(
                "sound.pdf", new OddPages().text("The boat leaves at noon.").pdf());
        var pdf = new OddPages().text("The library opens at nine.").drawing().pdf();
        var id = writer.uploaded("guide.pdf", pdf);
        var warned = "[{\"document_id\":\"%s\",\"warnings\":[\"pages_without_text: 2\"]}]".formatted(id);
        for (var query : List.of(
                Map.of("query", "library opens", "legs", List.of("keyword")),
                Map.of("query", "library opens", "legs", List.of("keyword"), "explain", true)))
            assertEquals(
                    warned,
                    writer.sendJson("POST", "/search", query)
                            .json()
                            .get("warnings")
                            .toString());
        var sound = Map.of("query", "boat noon", "legs", List.of("keyword"));
        assertEquals(
                "[]",
                writer.sendJson("POST", "/search", sound).json().get("warnings").toString());
    }

    @Test
    default void a_page_is_called_what_the_file_calls_it_wherever_it_is_shown() throws Exception {
        var writer = as("manager");
        var pdf = new OddPages()
                .text("A preface nobody reads.")
                .text("The library opens at nine.")
                .labelled("r", 7)
                .pdf();
        var id = writer.uploaded("guide.pdf", pdf);
        var pages = writer.get("/documents/" + id + "/coverage").json().get("pages");
        assertEquals("[vii, viii]", pages.findValuesAsText("page_label").toString());
        var chunks = writer.get("/documents/" + id + "/chunks").json().get("items");
        assertEquals("[vii, viii]", chunks.findValuesAsText("page_label").toString());
        var found = writer.sendJson("POST", "/search", Map.of("query", "When does the library open?"));
        assertEquals(
                "viii", found.json().get("passages").get(0).get("page_label").textValue());
        var chat = writer.chat();
        var citation =
                writer.ask(chat, "When does the library open?").get("citations").get(0);
        assertEquals("viii", citation.get("page_label").textValue());
        assertEquals(2, citation.get("page").intValue());
        var kept =
                writer.get("/chats/" + chat + "/messages").json().get("items").get(1);
        assertEquals(citation, kept.get("citations").get(0));
    }

    @Test
    default void what_the_file_lists_as_its_contents_is_told_with_its_pages() throws Exception {
        var writer = as("manager");
        var pdf = new OddPages()
                .text("A preface nobody reads.")
                .text("The library opens at nine.")
                .labelled("r", 7)
                .listing("Preface\u202e", "Opening hours", "A lost page")
                .pdf();
        var id = writer.uploaded("guide.pdf", pdf);
        var expected = """
                {"document_id": "%s", "complete": true, "items": [
                  {"level": 1, "title": "Preface", "page": 1, "page_label": "vii"},
                  {"level": 1, "title": "Opening hours", "page": 2, "page_label": "viii"},
                  {"level": 1, "title": "A lost page", "page": null, "page_label": null}]}""".formatted(id);
        var outline = writer.get("/documents/" + id + "/outline");
        assertEquals(200, outline.status(), outline::text);
        assertEquals(new ObjectMapper().readTree(expected), outline.json());

        var plain = writer.uploaded("plain.pdf", Pdfs.of("No contents."));
        var none = writer.get("/documents/" + plain + "/outline").json();
        assertEquals("[true,[]]", "[" + none.get("complete") + "," + none.get("items") + "]");
    }

    @Test
    default void what_nobody_sees_is_neither_found_nor_quoted() throws Exception {
        var writer = as("manager");
        var pdf = new OddPages()
                .hiding("The library opens at nine.", "Tungsten boils at 5555 degrees.")
                .pdf();
        writer.uploaded("guide.pdf", pdf);
        var found = writer.sendJson("POST", "/search", Map.of("query", "At what degree does tungsten boil?"));
        assertEquals(false, found.text().contains("5555"), found::text);
        var answer = writer.ask("At what degree does tungsten boil?");
        assertEquals(false, answer.toString().contains("5555"), answer::toString);
    }

    @Test
    default void of_a_document_that_cannot_be_read_there_is_none() throws Exception {
        var writer = as("manager");
        var id = writer.upload("locked.pdf", Pdfs.locked("secret", "Hidden."))
                .json()
                .get("document_id")
                .textValue();
        assertEquals("failed", writer.ready(id).get("status").textValue());
        var coverage = writer.get("/documents/" + id + "/coverage").json();
        assertEquals(false, coverage.get("complete").booleanValue());
        var outline = writer.get("/documents/" + id + "/outline").json();
        assertEquals(false, outline.get("complete").booleanValue());
        assertEquals(List.of(), List.copyOf(coverage.get("pages").findValues("page")));
    }

    @Test
    default void a_page_of_nothing_but_a_running_head_has_text() throws Exception {
        var writer = as("manager");
        var pages = new OddPages();
        for (var line : List.of("Only a head", "Only a head", "Only a head", "Only a head")) pages.text(line);
        var id = writer.uploaded("heads.pdf", pages.pdf());
        assertEquals("[]", writer.get("/documents/" + id).json().get("warnings").toString());
    }
}
