package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import kb.Needs;
import kb.Pdfs;
import kb.RealPart;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A document whose reading was broken off from outside, as when a machine runs out of memory. */
@Needs(RealPart.CHROMIUM)
@Timeout(180)
class RetriedReadingTest extends OnThePage {
    /** Of a processor: more than the reading process needs to start, less than it takes for the slow page. */
    private static final Duration AMIDST = Duration.ofMillis(1500);

    @Test
    void it_says_so_and_becomes_ready_when_it_is_tried_again() throws Exception {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager")).at("#/documents");
        Walk.give(visit, "ferry.pdf", slow(Pdfs.of("The ferry leaves the harbour at nine.")));
        killReader(visit);
        assertThat(visit.find(".upload")).containsText("Reading it broke off");
        visit.find(".documents a").click();
        assertThat(visit.find("main [role=alert]")).containsText("Reading it broke off");
        visit.isAccessible("a document that failed");
        visit.button("Try again").click();
        assertThat(visit.link("Ask about it")).isVisible();
        assertThat(visit.find("main [role=alert]")).hasCount(0);
        assertThat(visit.find(".coverage")).isVisible();
        visit.link("Documents").click();
        assertThat(visit.find(".documents li")).containsText("2 pages");
        assertThat(visit.page().locator(".upload[data-stage=failed]")).hasCount(0);
        visit.endsQuietly(0);
    }

    /** In the middle of its work, whenever that is on this machine. */
    private static void killReader(Visit visit) {
        var failed = visit.page().locator(".upload[data-stage=failed]");
        while (!failed.isVisible()) {
            ProcessHandle.current()
                    .children()
                    .filter(RetriedReadingTest::isReading)
                    .forEach(ProcessHandle::destroyForcibly);
            visit.page().waitForTimeout(50);
        }
    }

    private static boolean isReading(ProcessHandle process) {
        var info = process.info();
        return info.command().orElse("").endsWith("java")
                && info.totalCpuDuration().orElse(Duration.ZERO).compareTo(AMIDST) > 0;
    }

    /** With a second page that draws nothing, and takes its time. */
    private static byte[] slow(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf);
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            var content = new PDStream(document);
            try (var drawn = content.createOutputStream(COSName.FLATE_DECODE)) {
                drawn.write("q Q\n".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(content);
            document.save(out);
            return out.toByteArray();
        }
    }
}
