package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import kb.Needs;
import kb.Pdfs;
import kb.RealPart;
import org.junit.jupiter.api.Test;

/** The list of documents when there are many, and when some of them are on their way. */
@Needs(RealPart.CHROMIUM)
class LongListTest extends OnThePage {
    private static final String PDF =
            Base64.getEncoder().encodeToString(Pdfs.of("The ferry leaves the harbour at nine."));

    /** As a program would; what stands behind the end of a PDF makes it another one. */
    private static void add(Visit visit, int documents) {
        visit.page().evaluate("""
                async ([pdf, documents]) => {
                  const headers = {authorization: 'Bearer ' + sessionStorage.getItem('kb.token'), 'content-type': 'application/pdf'};
                  const bytes = Uint8Array.from(atob(pdf), one => one.charCodeAt(0));
                  for (let i = 0; i < documents; i += 1)
                    await fetch(`/documents?filename=ferry-${i}.pdf`, {method: 'POST', headers, body: new Blob([bytes, `%${i}`])});
                }""", List.of(PDF, documents));
    }

    @Test
    void it_is_shown_part_by_part_and_the_keyboard_goes_on_where_it_was() {
        var visit = served.visit(Visit.View.PHONE).as(served.token("manager")).at("#/documents");
        assertThat(visit.text("There are no documents yet")).isVisible();
        add(visit, 35);
        visit.page().reload();
        assertThat(visit.page().locator(".documents li")).hasCount(30);
        visit.button("Show more").press("Enter");
        assertThat(visit.page().locator(".documents li")).hasCount(35);
        assertThat(visit.link("ferry-4.pdf")).isFocused();
        assertThat(visit.button("Show more")).hasCount(0);
        visit.page().getByLabel("Show names with").fill("FERRY-1");
        assertThat(visit.page().locator(".documents li")).hasCount(11);
        assertThat(visit.page().getByLabel("Show names with")).isFocused();
        visit.endsQuietly(0);
    }

    /** Whoever added it, and although the page was loaded meanwhile. */
    @Test
    void what_is_on_its_way_becomes_ready_there_by_itself() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager"));
        Walk.add(visit, "ferry.pdf", Pdfs.of("The ferry leaves the harbour at nine."));
        BrokenUploadTest.first(visit, Pattern.compile(".*/documents\\?limit=30"), route -> {
            var answer = route.fetch();
            var earlier = answer.text().replace("\"status\":\"ready\"", "\"status\":\"queued\"");
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(earlier));
        });
        visit.page().reload();
        assertThat(visit.find(".documents li")).containsText("Waiting to be read");
        assertThat(visit.find(".documents li")).containsText("1 page");
        visit.endsQuietly(0);
    }
}
