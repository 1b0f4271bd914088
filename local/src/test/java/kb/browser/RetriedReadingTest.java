package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import kb.App;
import kb.Needs;
import kb.Pdfs;
import kb.RealPart;
import kb.ingest.PdfReader;
import kb.ingest.PdfReader.Reading;
import kb.ingest.PdfReader.Reason;
import org.junit.jupiter.api.Test;

/** A document whose reading was broken off from outside, as when a machine runs out of memory. */
@Needs(RealPart.CHROMIUM)
class RetriedReadingTest extends OnThePage {
    private final AtomicBoolean breaksOff = new AtomicBoolean(true);

    @Override
    App.Outside around(App.Outside parts) {
        PdfReader reader = (pdf, first, pages) -> breaksOff.get()
                ? new Reading.Unreadable(Reason.PARSER_CRASHED)
                : parts.reader().read(pdf, first, pages);
        return new App.Outside(
                parts.documents(),
                parts.chats(),
                parts.objects(),
                parts.spaces(),
                parts.embedders(),
                reader,
                parts.painter(),
                parts.queue(),
                parts.gate(),
                parts.newId(),
                parts.clock(),
                parts.models());
    }

    @Test
    void it_says_so_and_becomes_ready_when_it_is_tried_again() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager")).at("#/documents");
        Walk.give(visit, "ferry.pdf", Pdfs.of("The ferry leaves the harbour at nine."));
        assertThat(visit.find(".upload")).containsText("Reading it broke off");
        visit.find(".documents a").click();
        assertThat(visit.find("main [role=alert]")).containsText("Reading it broke off");
        visit.isAccessible("a document that failed");
        breaksOff.set(false);
        visit.button("Try again").click();
        assertThat(visit.link("Ask about it")).isVisible();
        assertThat(visit.find("main [role=alert]")).hasCount(0);
        assertThat(visit.find(".coverage")).isVisible();
        visit.link("Documents").click();
        assertThat(visit.find(".documents li")).containsText("1 page");
        assertThat(visit.page().locator(".upload[data-stage=failed]")).hasCount(0);
        visit.endsQuietly(0);
    }
}
