package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Request;
import kb.Needs;
import kb.Pdfs;
import kb.RealPart;
import org.junit.jupiter.api.Test;

/** Questions and searches that are about some documents only. */
@Needs(RealPart.CHROMIUM)
class ScopeTest extends OnThePage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION = "When does the ferry leave the harbour?";

    private Visit withTwoFerries() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager"));
        Walk.add(visit, "summer.pdf", Pdfs.of("The ferry leaves the harbour at nine."));
        Walk.describe(visit, "summer.pdf", "Summer", "ferry, warm");
        Walk.add(visit, "winter.pdf", Pdfs.of("The ferry leaves the harbour at ten."));
        Walk.describe(visit, "winter.pdf", "Winter", "ferry, cold");
        return visit;
    }

    private static JsonNode filters(Request request) throws Exception {
        return JSON.readTree(request.postData()).path("filters");
    }

    /** Asks, and gives what the request was limited to. */
    private static JsonNode asked(Visit visit, String question) throws Exception {
        return filters(visit.page()
                .waitForRequest(
                        request -> request.url().endsWith("/messages")
                                && request.method().equals("POST"),
                        () -> Walk.askAndBeAnswered(visit, question)));
    }

    @Test
    void chosen_tags_limit_a_question_are_seen_beside_it_and_can_be_taken_away() throws Exception {
        var visit = withTwoFerries().at("#/ask");
        Walk.choose(visit, "cold, 1 document");
        assertThat(visit.find(".scope.limited")).containsText("Only with");
        assertThat(visit.button("No longer only in cold")).isFocused();
        visit.isAccessible("a scope");
        assertEquals(JSON.readTree("{\"tags\": [\"cold\"]}"), asked(visit, QUESTION));
        assertThat(visit.find(".question")).containsText("Only in documents with cold");
        assertThat(visit.find(".prose")).containsText("at ten");
        assertThat(visit.page().locator(".sources li")).hasCount(1);

        visit.page().reload();
        assertThat(visit.find(".prose")).containsText("at ten");
        assertThat(visit.button("No longer only in cold")).isVisible();
        visit.button("No longer only in cold").click();
        assertThat(visit.page().locator(".scope.limited")).hasCount(0);
        assertEquals(true, asked(visit, "When does the ferry leave?").isMissingNode());
        visit.endsQuietly(0);
    }

    @Test
    void with_several_tags_a_document_must_have_them_all() {
        var visit = withTwoFerries().at("#/search");
        visit.page().getByLabel("Words to search for").fill("ferry");
        visit.page().keyboard().press("Enter");
        assertThat(visit.page().locator(".passages li")).hasCount(2);
        Walk.choose(visit, "ferry, 2 documents", "warm, 1 document");
        assertThat(visit.page().locator(".passages li")).hasCount(1);
        assertThat(visit.find(".passages li")).containsText("summer.pdf");
        assertEquals(
                served.address() + "/#/search?q=ferry&tag=ferry&tag=warm",
                visit.page().url());
        Walk.choose(visit, "warm, 1 document", "cold, 1 document");
        assertThat(visit.text("Nothing fits in these documents")).isVisible();
        visit.button("All documents").click();
        assertThat(visit.page().locator(".passages li")).hasCount(2);
        visit.endsQuietly(0);
    }

    @Test
    void a_question_about_one_document_is_answered_from_that_one() throws Exception {
        var visit = withTwoFerries().at("#/documents");
        visit.link("Summer").click();
        visit.link("Ask about it").click();
        assertThat(visit.button("No longer only in Summer")).isVisible();
        assertEquals(1, asked(visit, QUESTION).path("document_ids").size());
        assertThat(visit.find(".prose")).containsText("at nine");
        assertThat(visit.page().locator(".sources li")).hasCount(1);
        visit.endsQuietly(0);
    }

    @Test
    void from_the_documents_of_a_tag_one_comes_to_questions_about_them() throws Exception {
        var visit = withTwoFerries().at("#/documents?tag=warm");
        assertThat(visit.page().locator(".documents li")).hasCount(1);
        visit.link("Ask about these").click();
        assertEquals(JSON.readTree("{\"tags\": [\"warm\"]}"), asked(visit, QUESTION));
        assertThat(visit.find(".prose")).containsText("at nine");
        visit.endsQuietly(0);
    }

    @Test
    void without_any_tag_it_is_said_where_tags_come_from() {
        var visit = served.visit(Visit.View.PHONE).as(served.token("user")).at("#/ask");
        visit.button("Only documents with tags…").click();
        assertThat(visit.text("No document has a tag yet")).isVisible();
        visit.button("Cancel").click();
        assertThat(visit.button("Only documents with tags…")).isFocused();
        visit.endsQuietly(0);
    }
}
