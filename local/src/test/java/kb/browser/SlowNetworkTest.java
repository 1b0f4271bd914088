package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import kb.Needs;
import kb.Pdfs;
import kb.RealPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page over a bad connection: it shows how far things are, nothing jumps, and nothing is sent twice. */
@Needs(RealPart.CHROMIUM)
class SlowNetworkTest extends OnThePage {
    /** The browser's own measure of what moved without being asked to; 0.1 is what people begin to notice. */
    private static final double NOTICED = 0.1;

    private static final String MEASURE = """
            window.moved = 0;
            new PerformanceObserver(list => {
              for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.moved += shift.value;
            }).observe({type: 'layout-shift', buffered: true});""";

    private Visit slow(Visit.View view, int kilobytes) {
        var visit = served.visit(view).as(served.token("admin"));
        visit.page().addInitScript(MEASURE);
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 400);
        conditions.addProperty("downloadThroughput", kilobytes * 1000);
        conditions.addProperty("uploadThroughput", kilobytes * 1000);
        visit.page().context().newCDPSession(visit.page()).send("Network.emulateNetworkConditions", conditions);
        return visit;
    }

    private static void nothingJumped(Visit visit) {
        var moved = ((Number) visit.page().evaluate("window.moved")).doubleValue();
        assertTrue(moved < NOTICED, "moved by " + moved);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_jumps_while_the_page_and_its_lists_arrive(Visit.View view) {
        var visit = slow(view, 100);
        Walk.add(visit, "ferry.pdf", Pdfs.of("The ferry leaves the harbour at nine."));
        for (var place : List.of("ask", "documents", "search?q=ferry", "usage", "admin")) {
            visit.at("#/" + place);
            visit.page().reload();
            assertThat(visit.find("main h1")).isVisible();
            assertThat(visit.page().locator("main .waiting")).hasCount(0);
            nothingJumped(visit);
        }
        visit.endsQuietly(0);
    }

    @Test
    void an_upload_shows_how_many_bytes_have_gone() {
        var visit = slow(Visit.View.DESKTOP, 40);
        visit.at("#/documents");
        visit.page().evaluate("""
                () => {
                  window.said = [];
                  new MutationObserver(() => {
                    const text = document.querySelector('.upload [role=status]')?.textContent;
                    const bar = document.querySelector('.upload progress')?.value;
                    if (text?.startsWith('Sent ') && window.said.at(-1) !== bar) window.said.push(bar);
                  }).observe(document.getElementById('main'), {subtree: true, childList: true, attributes: true});
                }""");
        Walk.give(visit, "timetable.pdf", Pdfs.timetable(200));
        assertThat(visit.find(".upload[data-stage=ready]")).containsText("200 pages");
        var shares = new ArrayList<Double>();
        for (var share : (List<?>) visit.page().evaluate("window.said")) shares.add(((Number) share).doubleValue());
        assertTrue(shares.size() > 2, shares::toString);
        assertEquals(shares.stream().sorted().toList(), shares);
        nothingJumped(visit);
        visit.endsQuietly(0);
    }

    @Test
    void a_question_is_sent_once_however_often_one_presses() {
        var visit = slow(Visit.View.DESKTOP, 100);
        Walk.add(visit, Walk.SAMPLE);
        visit.at("#/ask");
        var sent = new ArrayList<String>();
        visit.page().onRequest(request -> {
            var path = request.url().substring(served.address().length());
            if (request.method().equals("POST") && path.startsWith("/chats")) sent.add(path);
        });
        visit.page().getByLabel("Your question").fill(Walk.FOUNDER);
        for (int i = 0; i < 3; i++) visit.page().keyboard().press("Enter");
        assertThat(visit.find(".growing")).containsText("Looking through your documents…");
        assertThat(visit.button("Ask")).isDisabled();
        visit.page().getByLabel("Your question").fill(Walk.ELSEWHERE);
        visit.page().keyboard().press("Enter");
        assertThat(visit.page().getByLabel("Your question")).hasValue(Walk.ELSEWHERE);
        assertThat(visit.find(".answer footer")).isVisible();
        assertEquals(2, sent.size(), sent::toString);
        visit.page().keyboard().press("Enter");
        assertThat(visit.heading("Not in the documents")).isVisible();
        assertEquals(3, sent.size(), sent::toString);
        assertThat(visit.page().locator(".question")).hasCount(2);
        visit.endsQuietly(0);
    }
}
