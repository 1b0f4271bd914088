package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import kb.Needs;
import kb.RealPart;
import kb.StallingProvider;
import kb.llm.ChatProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer is read while it is written. */
@Needs(RealPart.CHROMIUM)
class GrowingAnswerTest {
    @TempDir
    Path folder;

    @Test
    void what_is_written_already_stands_there_with_its_quote_while_the_model_goes_on() throws Exception {
        var begun = ChatProvider.stream("say| A lost card costs four euros and fifty cents.\n"
                + "quote 1| The fee for a lost card is four euros and fifty cents.\nsay| And");
        try (var provider = new StallingProvider(begun);
                var served = new Served(folder.resolve("data"), provider.settings())) {
            var visit = served.visit(Visit.View.DESKTOP).as(served.token("manager"));
            Walk.add(visit, Walk.SAMPLE);
            visit.at("#/ask");
            visit.ask("What is the fee for a lost card?");
            assertThat(visit.find(".growing .prose")).containsText("A lost card costs four euros and fifty cents.");
            assertThat(visit.find(".growing")).hasAttribute("aria-busy", "true");
            visit.find(".growing .chip").click();
            assertThat(visit.find(".sheet img")).isVisible();
            assertThat(visit.find(".mark")).isInViewport();
            assertThat(visit.find(".growing")).isVisible();
            visit.endsQuietly(0);
        }
    }
}
