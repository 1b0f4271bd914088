package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Set;
import kb.Needs;
import kb.RealPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The main way through the page: in, a PDF, a question, the quote on its page. */
@Needs(RealPart.CHROMIUM)
class WalkTest extends OnThePage {
    @Test
    void somebody_signs_in_with_a_token() {
        var visit = served.visit(Visit.View.DESKTOP).at("");
        visit.page().getByLabel("Your token").fill("my password");
        visit.button("Sign in").click();
        assertThat(visit.text("This is not a token")).isVisible();
        visit.page().getByLabel("Your token").fill(served.token("manager"));
        visit.button("Sign in").click();
        assertThat(visit.link("Add your first PDF")).isVisible();
        assertThat(visit.link("Administration")).hasCount(0);
        visit.button("Sign out").click();
        assertThat(visit.page().getByLabel("Your token")).isVisible();
        assertEquals(null, visit.page().evaluate("sessionStorage.getItem('kb.token')"));
        visit.endsQuietly(0);
    }

    @Test
    void the_link_of_the_terminal_signs_in_and_leaves_no_token_in_the_address() {
        var visit = served.visit(Visit.View.DESKTOP).at("#token=" + served.token("admin"));
        assertThat(visit.link("Administration")).isVisible();
        assertEquals(served.address() + "/", visit.page().url());
        visit.endsQuietly(0);
    }

    /** Elsewhere it would sign its reader in as whoever made it. */
    @Test
    void such_a_link_signs_nobody_in_on_another_host() {
        var elsewhere = served.address().replace("127.0.0.1", "kb.localhost");
        var visit = new Visit(elsewhere, Visit.View.DESKTOP, Set.of()).at("#token=" + served.token("admin"));
        assertThat(visit.heading("Sign in")).isVisible();
        assertEquals(elsewhere + "/", visit.page().url());
        assertEquals(null, visit.page().evaluate("sessionStorage.getItem('kb.token')"));
        visit.endsQuietly(0);
    }

    @ParameterizedTest
    @EnumSource
    void a_pdf_is_added_asked_about_and_its_quote_is_marked_on_the_page(Visit.View view) throws Exception {
        var visit = served.visit(view).as(served.token("manager"));
        Walk.add(visit, Walk.SAMPLE);
        assertThat(visit.link("Open")).isVisible();
        visit.at("#/ask");
        Walk.askAndBeAnswered(visit, Walk.FOUNDER);
        assertThat(visit.find(".prose")).containsText("founded in 1911 by Ada Merrow");
        visit.button("Source 1: sample.pdf, page 2").click();
        assertThat(visit.page().getByAltText("Page 2 of sample.pdf")).isVisible();
        var citation = Walk.citation(visit);
        assertThat(visit.find("#beside blockquote"))
                .hasText(citation.get("quote").textValue());
        Walk.marksStandAtTheQuote(visit, citation, Walk.SAMPLE);
        assertThat(visit.find(".mark")).isInViewport();
        visit.page().keyboard().press("Escape");
        assertThat(visit.find("#beside")).isHidden();
        assertThat(visit.button("Source 1: sample.pdf, page 2")).isFocused();
        visit.endsQuietly(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void what_is_not_in_the_documents_looks_different_and_shows_what_comes_nearest(Visit.View view) {
        var visit = served.visit(view).as(served.token("manager"));
        Walk.add(visit, Walk.SAMPLE);
        visit.at("#/ask");
        Walk.askAndBeAnswered(visit, Walk.ELSEWHERE);
        assertThat(visit.heading("Not in the documents")).isVisible();
        assertThat(visit.find(".missing .passages li")).containsText("sample.pdf, page");
        assertThat(visit.find(".chip")).hasCount(0);
        visit.endsQuietly(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void search_shows_passages_and_where_they_stand(Visit.View view) {
        var visit = served.visit(view).as(served.token("manager"));
        Walk.add(visit, Walk.SAMPLE);
        visit.at("#/search");
        visit.page().getByLabel("Words to search for").fill("black and white copies");
        visit.page().keyboard().press("Enter");
        assertThat(visit.find(".passages li")).containsText("A black and white page costs ten cents");
        visit.find(".passages .link").click();
        assertThat(visit.find(".sheet img")).isVisible();
        assertTrue(visit.page().locator(".mark").count() > 0);
        visit.endsQuietly(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void a_conversation_is_renamed_exported_and_deleted(Visit.View view) throws Exception {
        var visit = served.visit(view).as(served.token("manager"));
        Walk.add(visit, Walk.SAMPLE);
        visit.at("#/ask");
        Walk.askAndBeAnswered(visit, Walk.FOUNDER);
        visit.menu();
        visit.find(".chats .more").click();
        visit.field("Title").fill("The founder");
        visit.button("Save the title").click();
        assertThat(visit.link("The founder")).isVisible();
        assertThat(visit.heading("The founder")).isVisible();

        visit.menu();
        visit.find(".chats .more").click();
        var download = visit.page()
                .waitForDownload(() -> visit.button("Export as Markdown").click());
        assertEquals("chat-the-founder.md", download.suggestedFilename());
        assertTrue(Files.readString(download.path()).contains("Ada Merrow"));

        visit.menu();
        visit.find(".chats .more").click();
        visit.button("Delete…").click();
        visit.button("Delete").click();
        assertThat(visit.heading("Ask your documents")).isVisible();
        visit.menu();
        assertThat(visit.text("What you ask is kept here")).isVisible();
        visit.endsQuietly(0);
    }

    @Test
    void an_answer_is_made_anew_and_takes_the_place_of_the_earlier_one() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager"));
        Walk.add(visit, Walk.SAMPLE);
        visit.at("#/ask");
        Walk.askAndBeAnswered(visit, Walk.FOUNDER);
        visit.button("Answer anew").click();
        assertThat(visit.find(".growing")).hasCount(0);
        assertThat(visit.button("Source 1: sample.pdf, page 2")).isVisible();
        assertThat(visit.page().locator(".answer")).hasCount(1);
        visit.page().reload();
        assertThat(visit.page().locator(".answer")).hasCount(1);
        visit.endsQuietly(0);
    }

    @Test
    void a_conversation_is_opened_again_as_it_was() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager"));
        Walk.add(visit, Walk.SAMPLE);
        visit.at("#/ask");
        Walk.askAndBeAnswered(visit, Walk.FOUNDER);
        Walk.askAndBeAnswered(visit, Walk.ELSEWHERE);
        visit.page().reload();
        assertThat(visit.button("Source 1: sample.pdf, page 2")).isVisible();
        assertThat(visit.heading("Not in the documents")).isVisible();
        assertThat(visit.page().locator(".question")).hasCount(2);
        visit.endsQuietly(0);
    }
}
