package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Route;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import kb.Needs;
import kb.Pdfs;
import kb.RealPart;
import org.junit.jupiter.api.Test;

/** A token that expires in the middle of something: one signs in again, and it goes on. */
@Needs(RealPart.CHROMIUM)
class ExpiredTokenTest extends OnThePage {
    private static final byte[] SMALL = Pdfs.of("The ferry leaves the harbour at nine.");

    @Override
    Map<String, String> settings() {
        return Map.of("DIRECT_UPLOAD_BYTES", "3000");
    }

    /** The first such request comes with a token that has expired by then. */
    private void expiresAt(Visit visit, String address) {
        BrokenUploadTest.first(visit, Pattern.compile(address), route -> {
            var headers = new HashMap<>(route.request().headers());
            headers.put("authorization", "Bearer " + served.expiredToken());
            route.resume(new Route.ResumeOptions().setHeaders(headers));
        });
    }

    private static void signsInAgain(Visit visit, String token) {
        assertThat(visit.heading("Sign in again")).isVisible();
        assertThat(visit.text("expired")).isVisible();
        visit.page().getByLabel("Your token").fill(token);
        visit.button("Sign in").click();
    }

    private void comesIn(String expiresAt, String name, byte[] pdf, int refusals) {
        var token = served.token("manager");
        var visit = served.visitWithStorage(Visit.View.DESKTOP).as(token).at("#/documents");
        expiresAt(visit, expiresAt);
        Walk.give(visit, name, pdf);
        signsInAgain(visit, token);
        assertThat(visit.find(".upload[data-stage=ready]")).containsText("Ready: ");
        assertThat(visit.page().locator(".documents li")).hasCount(1);
        visit.endsQuietly(refusals);
    }

    @Test
    void before_the_bytes_are_sent() {
        comesIn(".*/documents\\?filename=.*", "ferry.pdf", SMALL, 1);
    }

    @Test
    void while_a_document_is_read() {
        comesIn(".*/documents/[0-9a-f-]{36}$", "ferry.pdf", SMALL, 1);
    }

    /** The storage has the bytes by then, and they are not sent again. */
    @Test
    void when_the_storage_has_the_bytes_and_the_server_does_not_know_yet() {
        comesIn(".*/documents/uploads/.*/complete", "timetable.pdf", Pdfs.timetable(40), 1);
    }

    @Test
    void what_somebody_else_had_given_does_not_go_on_in_ones_own_name() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager")).at("#/documents");
        expiresAt(visit, ".*/documents\\?filename=.*");
        Walk.give(visit, "ferry.pdf", SMALL);
        signsInAgain(visit, served.token("manager"));
        assertThat(visit.text("There are no documents yet")).isVisible();
        assertThat(visit.page().locator(".upload")).hasCount(0);
        visit.endsQuietly(1);
    }

    @Test
    void a_question_that_was_not_taken_is_still_there_to_be_asked() {
        var token = served.token("manager");
        var visit = served.visitWithStorage(Visit.View.DESKTOP).as(token);
        Walk.add(visit, Walk.SAMPLE);
        visit.at("#/ask");
        expiresAt(visit, ".*/chats/[0-9a-f-]{36}/messages$");
        visit.ask(Walk.FOUNDER);
        signsInAgain(visit, token);
        assertThat(visit.page().getByLabel("Your question")).hasValue(Walk.FOUNDER);
        visit.page().getByLabel("Your question").press("Enter");
        assertThat(visit.button("Source 1: sample.pdf, page 2")).isVisible();
        assertThat(visit.page().locator(".question")).hasCount(1);
        assertEquals("", visit.page().getByLabel("Your question").inputValue());
        visit.endsQuietly(1);
    }

    /** The service looks at a token when it is asked, so an answer that has begun is made to its end and kept. */
    @Test
    void an_answer_that_came_meanwhile_is_there_after_signing_in() {
        var token = served.token("manager");
        var visit = served.visitWithStorage(Visit.View.DESKTOP).as(token);
        Walk.add(visit, Walk.SAMPLE);
        visit.at("#/ask");
        assertThat(visit.text("What you ask is kept here")).isVisible();
        expiresAt(visit, ".*/chats\\?limit=50");
        visit.ask(Walk.FOUNDER);
        signsInAgain(visit, token);
        assertThat(visit.button("Source 1: sample.pdf, page 2")).isVisible();
        visit.endsQuietly(1);
    }
}
