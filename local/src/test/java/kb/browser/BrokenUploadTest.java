package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Route;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kb.Needs;
import kb.Pdfs;
import kb.RealPart;
import org.junit.jupiter.api.Test;

/** PDFs that do not come in at once: what broke off is sent again, and what failed may be tried again. */
@Needs(RealPart.CHROMIUM)
class BrokenUploadTest extends OnThePage {
    private static final String DIRECT = "**/documents?filename=*";

    /** Where PDFs are put: an address that is signed. */
    private static final Pattern STORAGE = Pattern.compile(".*X-Amz-Signature=.*");

    private static final byte[] SMALL = Pdfs.of("The ferry leaves the harbour at nine.");
    private static final byte[] BIG = Pdfs.timetable(40);

    @Override
    Map<String, String> settings() {
        return Map.of("DIRECT_UPLOAD_BYTES", "3000");
    }

    private Visit visit() {
        return served.visitWithStorage(Visit.View.DESKTOP).as(served.token("manager"));
    }

    /** Lets the first such request go wrong. @return counts them all */
    static AtomicInteger first(Visit visit, Pattern address, Consumer<Route> wrong) {
        var attempts = new AtomicInteger();
        visit.page().route(address, route -> {
            if (attempts.getAndIncrement() == 0) wrong.accept(route);
            else route.resume();
        });
        return attempts;
    }

    private static AtomicInteger firstDirect(Visit visit, Consumer<Route> wrong) {
        return first(visit, Pattern.compile(".*/documents\\?filename=.*"), wrong);
    }

    private static AtomicInteger firstPut(Visit visit, Consumer<Route> wrong) {
        return first(visit, STORAGE, route -> {
            if (route.request().method().equals("PUT")) wrong.accept(route);
            else route.resume();
        });
    }

    private static void answer(Route route, int status) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setHeaders(Map.of("access-control-allow-origin", "*"))
                .setBody("<html>no</html>"));
    }

    /** Whether the page hears of that at the first attempt or the second. */
    private static void hasArrived(Visit visit) {
        assertThat(visit.find(".upload[data-stage=known], .upload[data-stage=ready]"))
                .isVisible();
    }

    private static void isAddedOnce(Visit visit, String name) {
        assertThat(visit.page().locator(".documents li")).hasCount(1);
        assertThat(visit.find(".documents li")).containsText(name);
    }

    @Test
    void a_connection_that_is_cut_is_made_again() {
        var visit = visit();
        var attempts = firstDirect(visit, route -> route.abort("connectionreset"));
        Walk.add(visit, "ferry.pdf", SMALL);
        isAddedOnce(visit, "ferry.pdf");
        assertEquals(2, attempts.get());
        visit.endsQuietly(1);
    }

    @Test
    void an_answer_that_something_is_wrong_with_the_server_is_no_end_either() {
        var visit = visit();
        var attempts = firstDirect(visit, route -> answer(route, 500));
        Walk.add(visit, "ferry.pdf", SMALL);
        isAddedOnce(visit, "ferry.pdf");
        assertEquals(2, attempts.get());
        visit.endsQuietly(1);
    }

    @Test
    void an_upload_whose_answer_got_lost_is_not_a_second_document() {
        var visit = visit();
        visit.losesFirstAnswer("POST", "*/documents?filename=*");
        visit.at("#/documents");
        Walk.give(visit, "ferry.pdf", SMALL);
        hasArrived(visit);
        isAddedOnce(visit, "ferry.pdf");
        visit.endsQuietly(1);
    }

    @Test
    void a_storage_that_is_busy_is_asked_again() {
        var visit = visit();
        firstPut(visit, route -> answer(route, 503));
        Walk.add(visit, "timetable.pdf", BIG);
        isAddedOnce(visit, "timetable.pdf");
        visit.endsQuietly(1);
    }

    @Test
    void a_connection_to_the_storage_that_is_cut_is_made_again() {
        var visit = visit();
        firstPut(visit, route -> route.abort("connectionreset"));
        Walk.add(visit, "timetable.pdf", BIG);
        isAddedOnce(visit, "timetable.pdf");
        visit.endsQuietly(1);
    }

    @Test
    void bytes_that_the_storage_has_already_are_not_sent_twice() {
        var visit = visit();
        var puts = new AtomicInteger();
        visit.page().onRequest(request -> {
            if (request.method().equals("PUT")) puts.incrementAndGet();
        });
        visit.losesFirstAnswer("PUT", "*X-Amz-Signature=*");
        visit.at("#/documents");
        Walk.give(visit, "timetable.pdf", BIG);
        hasArrived(visit);
        isAddedOnce(visit, "timetable.pdf");
        assertEquals(1, puts.get());
        visit.endsQuietly(1);
    }

    @Test
    void what_failed_for_good_is_said_and_tried_again_with_one_click() {
        var visit = visit();
        visit.page().clock().install();
        var refused = new AtomicInteger();
        visit.page().route(DIRECT, route -> {
            if (refused.getAndIncrement() < 4) answer(route, 500);
            else route.resume();
        });
        visit.at("#/documents");
        Walk.give(visit, "ferry.pdf", SMALL);
        for (int attempt = 1; attempt < 4; attempt++) {
            assertThat(visit.find(".upload")).containsText("The server answered 500. Trying again…");
            visit.page().waitForRequest(DIRECT, () -> visit.page().clock().fastForward(9000));
        }
        assertThat(visit.find(".upload[data-stage=failed]")).containsText("The server answered 500");
        visit.button("Try again").click();
        visit.page().clock().resume();
        assertThat(visit.find(".upload[data-stage=ready]")).isVisible();
        isAddedOnce(visit, "ferry.pdf");
        visit.endsQuietly(4);
    }

    @Test
    void a_document_that_could_not_be_read_says_why_and_is_tried_again_once() {
        var visit = visit().at("#/documents");
        var attempts = new AtomicInteger();
        visit.page().onRequest(request -> {
            if (request.url().endsWith("/retry")) attempts.incrementAndGet();
        });
        Walk.give(visit, "locked.pdf", Pdfs.locked("secret", "Nobody reads this."));
        assertThat(visit.find(".upload[data-stage=failed]")).containsText("opens with a password only");
        assertThat(visit.find(".documents li")).containsText("Could not be read");
        visit.link("locked.pdf").click();
        assertThat(visit.find("main [role=alert]")).containsText("opens with a password only");
        visit.button("Try again").dblclick();
        assertThat(visit.find("main [role=alert]")).containsText("opens with a password only");
        assertThat(visit.button("Try again")).isEnabled();
        assertEquals(1, attempts.get());
        visit.endsQuietly(0);
    }
}
