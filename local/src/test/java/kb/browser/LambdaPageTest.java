package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Set;
import kb.LambdaEvents;
import kb.Needs;
import kb.Pdfs;
import kb.RealPart;
import kb.TestTwin;
import kb.lambda.FunctionSocket;
import kb.lambda.HttpEntry;
import org.junit.jupiter.api.Test;

/** The page from the Lambda handler. */
@Needs(RealPart.CHROMIUM)
class LambdaPageTest {
    private static final TestTwin TWIN = TestTwin.shared();

    private static FunctionSocket function() throws Exception {
        return new FunctionSocket(new LambdaEvents(new HttpEntry(TWIN.app().router())));
    }

    private static Visit visit(FunctionSocket function, String tenant) {
        return new Visit("http://127.0.0.1:" + function.port(), Visit.View.DESKTOP, Set.of())
                .as(TWIN.token(tenant, "wren", "manager"));
    }

    @Test
    void a_pdf_is_added_asked_about_and_its_quote_is_marked_on_the_page() throws Exception {
        try (var function = function()) {
            var visit = visit(function, "page-on-lambda");
            Walk.add(visit, Walk.SAMPLE);
            visit.at("#/ask");
            Walk.askAndBeAnswered(visit, Walk.FOUNDER);
            visit.button("Source 1: sample.pdf, page 2").click();
            assertThat(visit.page().getByAltText("Page 2 of sample.pdf")).isVisible();
            Walk.marksStandAtTheQuote(visit, Walk.citation(visit), Walk.SAMPLE);
            visit.endsQuietly(0);
        }
    }

    @Test
    void a_question_is_limited_by_a_tag_and_all_conversations_are_deleted() throws Exception {
        try (var function = function()) {
            var visit = visit(function, "scope-on-lambda");
            Walk.add(visit, Walk.SAMPLE);
            Walk.describe(visit, "sample.pdf", "The library", "guide");
            Walk.add(visit, "ferry.pdf", Pdfs.of("The ferry leaves the harbour at nine."));
            visit.at("#/ask");
            Walk.choose(visit, "guide, 1 document");
            Walk.askAndBeAnswered(visit, "When does the ferry leave the harbour?");
            assertThat(visit.find(".thread")).not().containsText("ferry.pdf");
            visit.button("All documents").click();
            Walk.askAndBeAnswered(visit, "When does the ferry leave the harbour?");
            assertThat(visit.page().locator(".answer").last()).containsText("at nine");
            visit.button("Delete all conversations…").click();
            visit.button("Delete all").click();
            assertThat(visit.text("One conversation is deleted")).isVisible();
            assertThat(visit.text("What you ask is kept here")).isVisible();
            visit.endsQuietly(0);
        }
    }
}
