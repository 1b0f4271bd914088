package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import kb.Needs;
import kb.RealPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page for those who see little, hear it, or have a keyboard only. */
@Needs(RealPart.CHROMIUM)
class AccessibilityTest extends OnThePage {
    @ParameterizedTest
    @EnumSource
    void every_view_is_accessible(Visit.View view) {
        var visit = served.visit(view).at("");
        assertThat(visit.button("Sign in")).isVisible();
        visit.isAccessible("signing in");
        visit.as(served.token("admin"));
        visit.page().reload();
        assertThat(visit.link("Add your first PDF")).isVisible();
        visit.isAccessible("nothing to ask yet");
        Walk.add(visit, Walk.SAMPLE);
        visit.isAccessible("documents");
        visit.at("#/ask");
        Walk.askAndBeAnswered(visit, Walk.FOUNDER);
        Walk.askAndBeAnswered(visit, Walk.ELSEWHERE);
        visit.isAccessible("answers");
        visit.find(".chip").click();
        assertThat(visit.find(".sheet img")).isVisible();
        visit.isAccessible("page beside the answer");
        visit.page().keyboard().press("Escape");
        for (var place : new String[] {"search?q=printing", "usage", "admin"}) {
            visit.at("#/" + place);
            assertThat(visit.find("main .waiting")).hasCount(0);
            visit.isAccessible(place);
        }
        visit.at("#/documents");
        visit.find(".documents a").click();
        assertThat(visit.find(".coverage")).isVisible();
        visit.isAccessible("a document");
        visit.button("Delete…").click();
        visit.isAccessible("a question");
        visit.at("docs");
        visit.find(".route summary").click();
        visit.isAccessible("the description");
        visit.endsQuietly(0);
    }

    @Test
    void the_keyboard_alone_is_enough() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager"));
        Walk.add(visit, Walk.SAMPLE);
        visit.at("#/ask");
        assertThat(visit.page().getByLabel("Your question")).isFocused();
        visit.page().keyboard().type(Walk.FOUNDER);
        visit.page().keyboard().press("Enter");
        assertThat(visit.find(".answer footer")).isVisible(); // it grows no more
        tabTo(visit, "Source 1: sample.pdf, page 2");
        visit.page().keyboard().press("Enter");
        assertThat(visit.find("#beside h2")).isFocused();
        visit.page().keyboard().press("Escape");
        assertThat(visit.button("Source 1: sample.pdf, page 2")).isFocused();
        visit.endsQuietly(0);
    }

    /** Backwards, from where one asks. */
    private static void tabTo(Visit visit, String name) {
        for (int i = 0; i < 20; i++) {
            visit.page().keyboard().press("Shift+Tab");
            if (visit.page()
                                    .evaluate(
                                            "document.activeElement.ariaLabel ?? document.activeElement.getAttribute('aria-label')")
                            instanceof String label
                    && label.equals(name)) return;
        }
        throw new AssertionError("the keyboard does not come to " + name);
    }

    @Test
    void nothing_is_wider_than_a_telephone() {
        var visit = served.visit(Visit.View.PHONE).as(served.token("admin"));
        Walk.add(visit, Walk.SAMPLE);
        for (var place : new String[] {"ask", "documents", "search?q=printing", "usage", "admin"}) {
            visit.at("#/" + place);
            assertThat(visit.find("main h1")).isVisible();
            var wider = visit.page().evaluate("document.documentElement.scrollWidth > innerWidth");
            org.junit.jupiter.api.Assertions.assertEquals(false, wider, place);
        }
        visit.button("Menu").click();
        assertThat(visit.link("Search")).isVisible();
        visit.link("Search").click();
        assertThat(visit.heading("Search")).isVisible();
        assertThat(visit.find(".places")).isHidden();
        visit.endsQuietly(0);
    }
}
