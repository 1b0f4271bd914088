package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import kb.Needs;
import kb.RealPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What administrators see of a tenant, and everybody of themselves. */
@Needs(RealPart.CHROMIUM)
class AdministrationTest extends OnThePage {
    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void an_administrator_sees_health_figures_costs_errors_and_activity(Visit.View view) {
        var visit = served.visit(view).as(served.token("admin"));
        Walk.add(visit, Walk.SAMPLE);
        visit.at("#/ask");
        Walk.askAndBeAnswered(visit, Walk.FOUNDER);
        visit.menu();
        visit.link("Administration").click();
        assertThat(visit.find(".states")).containsText("Index: connected");
        assertThat(visit.find(".cards")).containsText("Documents1");
        for (var name : new String[] {"Health", "Costs", "Errors of the last day", "Activity"})
            assertThat(visit.heading(name)).isVisible();
        assertThat(visit.page().locator(".chart svg")).hasCount(2);
        assertThat(visit.page()
                        .locator(".log li")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("sample.pdf"))
                        .first())
                .isVisible();
        visit.page().getByLabel("Show").selectOption("24h");
        assertThat(visit.page().getByLabel("Show")).hasValue("24h");
        visit.endsQuietly(0);
    }

    @Test
    void nobody_else_comes_there() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager")).at("#/admin");
        assertThat(visit.heading("Ask your documents")).isVisible();
        visit.endsQuietly(0);
    }

    @Test
    void everybody_sees_what_their_own_questions_took() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("user")).at("#/usage");
        assertThat(visit.find(".cards")).containsText("Cost$0.00");
        assertThat(visit.text("There is no limit")).isVisible();
        visit.endsQuietly(0);
    }
}
