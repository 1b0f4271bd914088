package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kb.Needs;
import kb.Pdfs;
import kb.RealPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page when something is wrong: it says so in place, keeps what was written, and goes on when it can. */
@Needs(RealPart.CHROMIUM)
class TroubleTest {
    @TempDir
    Path folder;

    @Test
    void a_token_that_has_expired_is_asked_for_again_and_the_place_is_kept() throws Exception {
        try (var served = new Served(folder.resolve("data"), Map.of())) {
            var visit =
                    served.visit(Visit.View.DESKTOP).as(served.token("manager")).at("#/documents");
            assertThat(visit.heading("Documents")).isVisible();
            visit.page().evaluate("token => sessionStorage.setItem('kb.token', token)", served.expiredToken());
            visit.link("Usage").click();
            assertThat(visit.heading("Sign in again")).isVisible();
            assertThat(visit.text("expired")).isVisible();
            assertThat(visit.heading("Sign in again")).isFocused();
            visit.page().getByLabel("Your token").fill(served.token("manager"));
            visit.button("Sign in").click();
            assertThat(visit.heading("Usage")).isVisible();
            visit.endsQuietly(1);
        }
    }

    @Test
    void while_the_server_is_down_the_page_says_so_and_it_goes_on_by_itself() throws Exception {
        try (var served = new Served(folder.resolve("data"), Map.of())) {
            var visit =
                    served.visit(Visit.View.DESKTOP).as(served.token("manager")).at("#/ask");
            assertThat(visit.link("Add your first PDF")).isVisible();
            var reached = new boolean[] {false};
            visit.page().route("**/*", route -> {
                if (reached[0]) route.resume();
                else route.abort("connectionrefused");
            });
            visit.page().getByLabel("Your question").fill("Who founded it?");
            visit.page().keyboard().press("Enter");
            assertThat(visit.find("#silence")).hasText("The server does not answer. Trying again…");
            assertThat(visit.heading("The server does not answer")).isVisible();
            reached[0] = true;
            assertThat(visit.find("#silence")).isHidden();
            visit.button("Ask again").click();
            assertThat(visit.heading("Not in the documents")).isVisible();
            assertThat(visit.page().locator(".question")).hasCount(1);
            visit.close();
        }
    }

    @Test
    void a_server_that_comes_back_is_noticed_and_everything_goes_on_by_itself() throws Exception {
        var settings = Map.of("PORT", String.valueOf(Served.free()));
        Visit visit;
        try (var twin = Killable.in(folder, settings)) {
            visit = new Visit(twin.address(), Visit.View.DESKTOP, Set.of()).at("#token=" + twin.token());
            visit.link("Documents").click();
            assertThat(visit.text("There are no documents yet")).isVisible();
            twin.kill();
            Walk.give(visit, "ferry.pdf", Pdfs.of("The ferry leaves the harbour at nine."));
            assertThat(visit.find(".upload")).containsText("Trying again…");
            assertThat(visit.find("#silence")).hasText("The server does not answer. Trying again…");
            visit.link("Usage").click();
            assertThat(visit.find("main [role=alert]")).containsText("The server does not answer");
            visit.isAccessible("the server is down");
        }
        try (var _ = Killable.in(folder, settings)) {
            assertThat(visit.find("#silence")).isHidden();
            assertThat(visit.find(".cards")).containsText("Cost");
            assertThat(visit.find("main [role=alert]")).hasCount(0);
            visit.link("Documents").click();
            assertThat(visit.find(".upload[data-stage=ready]")).isVisible();
            assertThat(visit.find(".documents li")).containsText("ferry.pdf");
            visit.close();
        }
    }

    @Test
    void a_part_that_is_down_is_said_in_its_place_and_asked_again_with_one_click() throws Exception {
        try (var served = new Served(folder.resolve("data"), Map.of())) {
            var visit = served.visit(Visit.View.PHONE).as(served.token("admin"));
            for (var place : List.of("documents", "search?q=ferry", "usage", "admin")) {
                var address = place.startsWith("admin") ? "/admin/costs.*" : "/" + place.replaceAll("\\?.*", "") + ".*";
                var down = BrokenUploadTest.first(
                        visit,
                        Pattern.compile("http://[^/]+" + address),
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(503)
                                .setBody("{\"title\": \"The records are not reached\"}")));
                visit.at("#/" + place);
                assertThat(visit.find("main [role=alert]")).containsText("The records are not reached");
                visit.isAccessible(place);
                visit.button("Try again").click();
                assertThat(visit.find("main [role=alert]")).hasCount(0);
                visit.page().waitForCondition(() -> down.get() == 2);
            }
            visit.endsQuietly(4);
        }
    }

    @Test
    void a_server_that_is_killed_in_the_middle_of_an_answer_leaves_no_half_answer() throws Exception {
        try (var provider = new SilentProvider();
                var twin = Killable.in(folder, provider.settings())) {
            var visit = new Visit(twin.address(), Visit.View.DESKTOP, Set.of()).at("#token=" + twin.token());
            Walk.add(visit, Walk.SAMPLE);
            visit.at("#/ask");
            visit.ask(Walk.FOUNDER);
            assertThat(visit.find(".growing")).containsText("Writing what they say…");
            twin.kill();
            assertThat(visit.heading("The connection broke while this was answered"))
                    .isVisible();
            assertThat(visit.button("Ask again")).isVisible();
            assertThat(visit.find(".growing")).hasCount(0);
            visit.close();
        }
    }
}
