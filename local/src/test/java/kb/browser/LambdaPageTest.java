package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Set;
import kb.LambdaEvents;
import kb.Needs;
import kb.RealPart;
import kb.TestTwin;
import kb.lambda.FunctionSocket;
import kb.lambda.HttpEntry;
import org.junit.jupiter.api.Test;

/** The page from the Lambda handler. */
@Needs(RealPart.CHROMIUM)
class LambdaPageTest {
    @Test
    void a_pdf_is_added_asked_about_and_its_quote_is_marked_on_the_page() throws Exception {
        var twin = TestTwin.shared();
        try (var function =
                new FunctionSocket(new LambdaEvents(new HttpEntry(twin.app().router())))) {
            var visit = new Visit("http://127.0.0.1:" + function.port(), Visit.View.DESKTOP, Set.of())
                    .as(twin.token("page-on-lambda", "wren", "manager"));
            Walk.add(visit, Walk.SAMPLE);
            visit.at("#/ask");
            Walk.askAndBeAnswered(visit, Walk.FOUNDER);
            visit.button("Source 1: sample.pdf, page 2").click();
            assertThat(visit.page().getByAltText("Page 2 of sample.pdf")).isVisible();
            Walk.marksStandAtTheQuote(visit, Walk.citation(visit), Walk.SAMPLE);
            visit.endsQuietly(0);
        }
    }
}
