package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import kb.Needs;
import kb.RealPart;
import org.junit.jupiter.api.Test;

/** The list of conversations: long ones, and all of them at an end. */
@Needs(RealPart.CHROMIUM)
class ConversationsTest extends OnThePage {
    /** As a program would, without a question. */
    private static void begin(Visit visit, int chats) {
        visit.page().evaluate("""
                async chats => {
                  const headers = {authorization: 'Bearer ' + sessionStorage.getItem('kb.token'), 'content-type': 'application/json'};
                  for (let i = 0; i < chats; i += 1) await fetch('/chats', {method: 'POST', headers, body: '{}'});
                }""", chats);
    }

    private static Object kept(Visit visit) {
        return visit.page().evaluate("""
                async () => {
                  const headers = {authorization: 'Bearer ' + sessionStorage.getItem('kb.token')};
                  return (await (await fetch('/chats', {headers})).json()).items.length;
                }""");
    }

    @Test
    void all_conversations_are_deleted_when_one_is_sure_of_it() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("user")).at("#/ask");
        assertThat(visit.text("What you ask is kept here")).isVisible();
        assertThat(visit.button("Delete all conversations…")).isHidden();
        begin(visit, 2);
        Walk.askAndBeAnswered(visit, Walk.ELSEWHERE);
        assertThat(visit.page().locator(".chats a")).hasCount(3);

        visit.button("Delete all conversations…").click();
        visit.button("Cancel").click();
        assertThat(visit.button("Delete all conversations…")).isFocused();
        assertEquals(3, kept(visit));

        visit.button("Delete all conversations…").click();
        visit.isAccessible("a question about all conversations");
        visit.button("Delete all").click();
        assertThat(visit.text("3 conversations are deleted")).isVisible();
        assertThat(visit.text("What you ask is kept here")).isVisible();
        assertThat(visit.heading("Ask your documents")).isVisible();
        assertEquals(0, kept(visit));
        visit.endsQuietly(0);
    }

    @Test
    void older_conversations_are_listed_on_demand_and_the_keyboard_goes_on_where_it_was() {
        var visit = served.visit(Visit.View.DESKTOP).as(served.token("user")).at("#/search");
        assertThat(visit.text("What you ask is kept here")).isVisible();
        begin(visit, 120);
        visit.page().reload();
        assertThat(visit.page().locator(".chats a")).hasCount(50);
        visit.button("Older ones").press("Enter");
        assertThat(visit.page().locator(".chats a")).hasCount(100);
        assertThat(visit.page().locator(".chats a").nth(50)).isFocused();
        visit.button("Older ones").press("Enter");
        assertThat(visit.page().locator(".chats a")).hasCount(120);
        assertThat(visit.button("Older ones")).hasCount(0);
        visit.page().locator(".chats .more").nth(110).click();
        visit.field("Title").fill("One of long ago");
        visit.button("Save the title").click();
        assertThat(visit.link("One of long ago")).isVisible();
        assertThat(visit.button("Rename, export or delete “One of long ago”")).isFocused();
        visit.endsQuietly(0);
    }
}
