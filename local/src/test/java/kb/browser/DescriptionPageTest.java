package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.TreeSet;
import kb.App;
import kb.Needs;
import kb.RealPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The description of the API, as people read it. */
@Needs(RealPart.CHROMIUM)
class DescriptionPageTest extends OnThePage {
    @Test
    void every_route_is_described_and_no_other() throws Exception {
        var expected = new TreeSet<String>();
        try (var description = App.class.getResourceAsStream("/kb/openapi.json")) {
            var paths = new ObjectMapper().readTree(description).get("paths").properties();
            for (var path : paths)
                path.getValue()
                        .fieldNames()
                        .forEachRemaining(verb -> expected.add(verb.toUpperCase() + " " + path.getKey()));
        }
        var visit = served.visit(Visit.View.PHONE).at("docs");
        assertThat(visit.page().locator(".route")).hasCount(expected.size());
        var shown = new TreeSet<String>();
        for (var route : visit.page().locator(".route summary").all())
            shown.add(route.locator(".verb").textContent() + " "
                    + route.locator("code").textContent());
        assertEquals(expected, shown);
        assertEquals(false, visit.page().evaluate("document.documentElement.scrollWidth > innerWidth"));
        visit.endsQuietly(0);
    }

    @ParameterizedTest
    @EnumSource
    void everybody_can_read_it(Visit.View view) {
        var visit = served.visit(view).at("docs");
        assertThat(visit.find(".route")).isVisible();
        visit.isAccessible("closed");
        visit.page().evaluate("[...document.querySelectorAll('.route')].slice(10, 16).forEach(one => one.open = true)");
        assertThat(visit.find(".route[open] table")).isVisible();
        visit.isAccessible("open");
        assertEquals(false, visit.page().evaluate("document.documentElement.scrollWidth > innerWidth"));
        visit.endsQuietly(0);
    }

    @Test
    void a_route_opens_and_tells_its_fields() {
        var visit = served.visit(Visit.View.DESKTOP).at("docs");
        visit.find(".route:has(code:text-is('/search')) summary").click();
        assertThat(visit.find(".route[open]")).containsText("query");
        assertThat(visit.find(".route[open]")).containsText("filters");
        visit.endsQuietly(0);
    }
}
