package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import kb.Needs;
import kb.Pdfs;
import kb.RealPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever stands in a document, a name, an answer or an error, the page shows it and does nothing else with it. */
@Needs(RealPart.CHROMIUM)
class HostileTextTest extends OnThePage {
    private static final List<String> STRINGS = HostileStrings.all().toList();
    private static final int LINES = 40;

    /** No script ran, and the text stands there as it is. */
    private static void isInert(Visit visit, List<String> shown) {
        assertEquals(null, visit.page().evaluate("window.hit ?? null"));
        assertEquals(1, visit.page().locator("script").count());
        assertEquals(
                0,
                visit.page()
                        .locator("iframe, object, embed, base, form[action], main style, main link")
                        .count());
        var text = visit.find("body").textContent();
        for (var one : shown) assertTrue(text.contains(one), one);
    }

    @Test
    void there_are_two_hundred_of_them() {
        assertEquals(200, STRINGS.stream().distinct().count());
    }

    @ParameterizedTest
    @CsvSource({
        "ask/" + HostileServer.ID + ", .answer",
        "documents,                     .documents .tag",
        "document/" + HostileServer.ID + ", .versions",
        "search?q=x,                    .passages",
        "usage,                         main .bad",
    })
    void whatever_the_server_says_stands_there_as_text(String place, String shown) {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("admin"));
        HostileServer.before(visit.page());
        visit.at("#/" + place);
        assertThat(visit.find(shown)).isVisible();
        assertThat(visit.page().locator(".chats li")).hasCount(200);
        isInert(visit, STRINGS);
        visit.endsQuietly(place.equals("usage") ? 1 : 0);
    }

    @Test
    void tags_to_choose_from_and_those_of_the_address_stand_there_as_text() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("admin"));
        HostileServer.before(visit.page());
        var address = java.net.URLEncoder.encode(STRINGS.getFirst(), java.nio.charset.StandardCharsets.UTF_8);
        visit.at("#/ask?tag=" + address);
        assertThat(visit.find(".scope .part")).containsText(STRINGS.getFirst());
        visit.button("Other tags…").click();
        assertThat(visit.page().locator(".pick")).hasCount(200);
        isInert(visit, STRINGS);
        visit.button("Use these").click();
        isInert(visit, List.of(STRINGS.getFirst()));
        visit.endsQuietly(0);
    }

    @Test
    void the_text_of_a_pdf_its_name_title_and_tags_stand_there_as_text() {
        var pages = new ArrayList<String>();
        for (int i = 0; i < STRINGS.size(); i += LINES) pages.add(String.join("\n", STRINGS.subList(i, i + LINES)));
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("admin"));
        Walk.add(visit, "<img src=x onerror=window.hit=1>.pdf", Pdfs.of(pages.toArray(String[]::new)));
        visit.link("Open").click();
        visit.button("Title and tags").click();
        visit.field("Title").fill("<svg onload=window.hit=1>");
        visit.page().getByLabel("Tags, with commas between").fill("<b>x");
        visit.button("Save").click();
        assertThat(visit.heading("<svg onload=window.hit=1>")).isVisible();
        visit.at("#/search?q=" + "window%20hit");
        assertThat(visit.find(".passages li")).containsText("window.hit=1");
        isInert(visit, List.of("<img src=x onerror=window.hit=1>.pdf"));
        visit.at("#/ask");
        Walk.askAndBeAnswered(visit, "<script>window.hit=1</script> onerror window.hit?");
        isInert(visit, List.of("<script>window.hit=1</script> onerror window.hit?"));
        visit.endsQuietly(0);
    }

    @Test
    void html_made_of_text_would_be_refused_by_the_browser() {
        var visit = served.visit(Visit.View.DESKTOP).at("");
        assertThat(visit.button("Sign in")).isVisible();
        var refused = visit.page().evaluate("""
                () => { try { document.body.innerHTML = '<b>x</b>'; return ''; } catch (refusal) { return refusal.name; } }""");
        assertEquals("TypeError", refused);
        visit.close();
    }
}
