package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import kb.Needs;
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
    void a_server_that_is_killed_in_the_middle_of_an_answer_leaves_no_half_answer() throws Exception {
        try (var provider = new SilentProvider();
                var twin = Killable.in(folder, provider.settings())) {
            var visit = new Visit(twin.address(), Visit.View.DESKTOP, java.util.Set.of()).at("#token=" + twin.token());
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
