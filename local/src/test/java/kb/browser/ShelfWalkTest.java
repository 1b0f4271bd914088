package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kb.Needs;
import kb.Pdfs;
import kb.RealPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents on the page: added, replaced, described, deleted. */
@Needs(RealPart.CHROMIUM)
class ShelfWalkTest extends OnThePage {
    private static final byte[] OLD = Pdfs.of("The ferry leaves the harbour at nine.");
    private static final byte[] NEW = Pdfs.of("The ferry leaves the harbour at ten.");

    @Override
    Map<String, String> settings() {
        return Map.of("DIRECT_UPLOAD_BYTES", "3000");
    }

    private static Locator row(Visit visit, String stage) {
        return visit.find(".upload[data-stage=" + stage + "]");
    }

    @Test
    void other_bytes_under_a_name_in_use_are_asked_about() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager"));
        Walk.add(visit, "ferry.pdf", OLD);
        visit.button("Dismiss").click();
        Walk.give(visit, "ferry.pdf", NEW);
        assertThat(row(visit, "asking")).containsText("A document of this name is here already, with other content");
        visit.button("Its next version").click();
        assertThat(row(visit, "ready")).isVisible();
        assertThat(visit.find(".documents li")).containsText("version 2");
        visit.find(".documents a").click();
        assertThat(visit.find(".versions")).containsText("Version 1");
        visit.endsQuietly(1);
    }

    @Test
    void both_may_stay_under_two_names() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager"));
        Walk.add(visit, "ferry.pdf", OLD);
        visit.button("Dismiss").click();
        Walk.give(visit, "ferry.pdf", NEW);
        visit.button("Another document").click();
        assertThat(row(visit, "ready")).containsText("ferry (2).pdf");
        assertThat(visit.page().locator(".documents li")).hasCount(2);
        visit.endsQuietly(1);
    }

    @Test
    void the_same_bytes_are_said_to_be_here() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager"));
        Walk.add(visit, "ferry.pdf", OLD);
        visit.button("Dismiss").click();
        Walk.give(visit, "boat.pdf", OLD);
        assertThat(row(visit, "known")).containsText("Is here already as ferry.pdf");
        visit.endsQuietly(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void a_document_is_replaced_from_its_own_page(Visit.View view) {
        var visit = served.visit(view).as(served.token("manager"));
        Walk.add(visit, "ferry.pdf", OLD);
        visit.link("Open").click();
        visit.page().setInputFiles("#replacement", new FilePayload("new.pdf", "application/pdf", NEW));
        assertThat(visit.text("becomes version 2 of ferry.pdf")).isVisible();
        visit.button("Replace").click();
        assertThat(visit.find(".documents li")).containsText("version 2");
        visit.endsQuietly(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void title_and_tags_are_given_and_narrow_the_list(Visit.View view) {
        var visit = served.visit(view).as(served.token("manager"));
        Walk.add(visit, "ferry.pdf", OLD);
        Walk.add(visit, "other.pdf", NEW);
        visit.find(".documents li:has-text('ferry.pdf') a").click();
        visit.button("Title and tags").click();
        visit.field("Title").fill("Ferries");
        visit.page().getByLabel("Tags, with commas between").fill("harbour, 2026");
        visit.button("Save").click();
        assertThat(visit.heading("Ferries")).isVisible();
        visit.link("harbour").click();
        assertThat(visit.page().locator(".documents li")).hasCount(1);
        assertThat(visit.link("Ferries")).isVisible();
        visit.endsQuietly(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void an_administrator_deletes_a_document_and_is_shown_the_receipt(Visit.View view) {
        var visit = served.visit(view).as(served.token("admin"));
        Walk.add(visit, "ferry.pdf", OLD);
        visit.link("Open").click();
        visit.button("Delete…").click();
        visit.button("Delete").click();
        assertThat(visit.heading("Deleted")).isVisible();
        assertThat(visit.find(".receipt tbody")).containsText("Places in the index10");
        assertThat(visit.text("Nothing is left")).isVisible();
        visit.button("Close").click();
        assertThat(visit.text("There are no documents yet")).isVisible();
        visit.endsQuietly(0);
    }

    @Test
    void a_bigger_pdf_goes_straight_into_the_storage() {
        var visit = served.visitWithStorage(Visit.View.DESKTOP).as(served.token("manager"));
        var direct = new AtomicInteger();
        visit.page().onRequest(request -> {
            if (request.method().equals("POST") && request.url().contains("/documents?")) direct.incrementAndGet();
        });
        Walk.add(visit, "timetable.pdf", Pdfs.timetable(40));
        assertThat(visit.find(".upload")).containsText("40 pages");
        org.junit.jupiter.api.Assertions.assertEquals(0, direct.get());
        visit.endsQuietly(0);
    }

    @Test
    void what_could_not_be_read_is_said_where_it_is_added_and_at_the_document() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager"));
        Walk.add(visit, "scan.pdf", Pdfs.of("", ""));
        assertThat(row(visit, "ready")).containsText("Ready: 2 pages, 0 pieces");
        assertThat(visit.find(".upload .warnings")).containsText("No page has text");
        assertThat(visit.find(".documents li")).containsText("Not everything could be read");
        visit.link("scan.pdf").click();
        assertThat(visit.find("main .note")).containsText("No page has text");
        assertThat(visit.button("Page 2: 0 characters")).isVisible();
        visit.endsQuietly(0);
    }

    @Test
    void what_is_no_pdf_is_refused_in_plain_words() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager")).at("#/documents");
        Walk.give(visit, "letter.pdf", "Dear Sir".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(row(visit, "failed")).containsText("Not a PDF");
        Walk.give(visit, "locked.pdf", Pdfs.locked("secret", "Nobody reads this."));
        assertThat(visit.text("The file opens with a password only")).isVisible();
        visit.endsQuietly(1);
    }

    @Test
    void a_reader_is_offered_nothing_that_a_reader_may_not_do() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("user")).at("#/documents");
        assertThat(visit.text("There are no documents yet")).isVisible();
        assertThat(visit.find(".drop")).hasCount(0);
        visit.endsQuietly(0);
    }
}
