package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kb.Needs;
import kb.Pdfs;
import kb.RealPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a disk that are dragged onto the page and dropped there. */
@Needs(RealPart.CHROMIUM)
class DropTest extends OnThePage {
    @TempDir
    Path desk;

    @BeforeEach
    void lay_out() throws IOException {
        Files.write(desk.resolve("ferry.pdf"), Pdfs.of("The ferry leaves the harbour at nine."));
        Files.write(desk.resolve("mill.pdf"), Pdfs.of("The mill grinds rye on Mondays."));
        Files.writeString(desk.resolve("letter.pdf"), "Dear Sir");
        var inner = Files.createDirectories(desk.resolve("reports/2026"));
        Files.write(desk.resolve("reports/lock.pdf"), Pdfs.of("The lock opens at ten."));
        Files.write(inner.resolve("tide.PDF"), Pdfs.of("The tide turns at noon."));
        Files.writeString(inner.resolve("notes.txt"), "not for others");
    }

    /** What a hand holds, over the middle of a place. */
    private record Hand(CDPSession browser, Visit visit, List<Path> files) {
        void over(String place) {
            send("dragEnter", place);
            send("dragOver", place);
        }

        void drops(String place) {
            over(place);
            send("drop", place);
        }

        private void send(String event, String place) {
            var box = visit.find(place).boundingBox();
            var told = new JsonObject();
            told.addProperty("type", event);
            told.addProperty("x", box.x + box.width / 2);
            told.addProperty("y", box.y + box.height / 2);
            var paths = new JsonArray();
            files.forEach(file -> paths.add(file.toString()));
            var data = new JsonObject();
            data.add("items", new JsonArray());
            data.add("files", paths);
            data.addProperty("dragOperationsMask", 1);
            told.add("data", data);
            browser.send("Input.dispatchDragEvent", told);
        }
    }

    private Hand holding(Visit visit, String... names) {
        var files = List.of(names).stream().map(desk::resolve).toList();
        return new Hand(visit.page().context().newCDPSession(visit.page()), visit, files);
    }

    @Test
    void several_are_taken_in_at_once_and_what_is_no_pdf_is_said() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager")).at("#/documents");
        assertThat(visit.find(".drop")).isVisible();
        var hand = holding(visit, "ferry.pdf", "letter.pdf", "mill.pdf");
        hand.over(".drop");
        assertThat(visit.find("#veil")).hasText("Drop PDFs to add them");
        visit.isAccessible("something is held over the page");
        hand.drops(".drop");
        assertThat(visit.find("#veil")).isHidden();
        assertThat(visit.page().locator(".upload[data-stage=ready]")).hasCount(2);
        assertThat(visit.page().locator(".upload[data-stage=failed]")).hasCount(1);
        assertThat(visit.find(".upload[data-stage=failed]")).containsText("letter.pdf");
        assertThat(visit.find(".upload[data-stage=failed]")).containsText("Not a PDF");
        assertThat(visit.page().locator(".documents li")).hasCount(2);
        visit.isAccessible("dropped");
        visit.endsQuietly(1);
    }

    @Test
    void the_pdfs_of_a_folder_and_of_those_in_it_are_taken_in() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager")).at("#/documents");
        assertThat(visit.find(".drop")).isVisible();
        holding(visit, "reports", "mill.pdf").drops(".drop");
        assertThat(visit.page().locator(".upload[data-stage=ready]")).hasCount(3);
        assertThat(visit.page().locator(".upload")).hasCount(3);
        for (var name : List.of("lock.pdf", "mill.pdf", "tide.PDF"))
            assertThat(visit.find(".documents li:has-text('" + name + "')")).isVisible();
        visit.endsQuietly(0);
    }

    /** Wherever it is dropped: the page goes to the documents, and the browser does not leave the page for the file. */
    @Test
    void a_pdf_may_be_dropped_while_one_asks() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager")).at("#/ask");
        assertThat(visit.page().getByLabel("Your question")).isVisible();
        holding(visit, "ferry.pdf").drops("main");
        assertThat(visit.heading("Documents")).isVisible();
        assertThat(visit.find(".upload[data-stage=ready]")).containsText("ferry.pdf");
        visit.endsQuietly(0);
    }

    @Test
    void nothing_is_taken_from_a_reader_and_the_page_stays() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("user")).at("#/ask");
        assertThat(visit.page().getByLabel("Your question")).isVisible();
        var hand = holding(visit, "ferry.pdf");
        hand.over("main");
        assertThat(visit.find("#veil")).isHidden();
        hand.drops("main");
        visit.link("Documents").click();
        assertThat(visit.text("There are no documents yet")).isVisible();
        assertThat(visit.page().locator(".upload")).hasCount(0);
        visit.endsQuietly(0);
    }
}
