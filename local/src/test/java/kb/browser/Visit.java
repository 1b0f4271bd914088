package kb.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** A person who looks at the page; notes what must not happen meanwhile. */
final class Visit implements AutoCloseable {
    /** What Chromium writes of every answer that is no success; which ones are expected the test says. */
    private static final String REFUSED = "Failed to load resource: ";

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final List<String> refusals = Collections.synchronizedList(new ArrayList<>());

    /** @param reached origins beside that of the page that may be asked for something */
    Visit(String address, View view, Set<String> reached) {
        this.address = address;
        this.context = Tools.browser().newContext(view.options());
        context.setDefaultTimeout(Tools.PATIENCE);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (!Set.of("error", "warning").contains(message.type())) return;
            if (message.text().startsWith(REFUSED)) refusals.add(message.text());
            else complaints.add(message.text());
        });
        page.onPageError(error -> complaints.add("thrown: " + error));
        page.onDialog(dialog -> {
            complaints.add("a script speaks: " + dialog.message());
            dialog.dismiss();
        });
        context.onRequest(request -> {
            var url = request.url();
            var local = url.startsWith("blob:") || url.startsWith("about:");
            if (!local && !url.startsWith(address + "/") && reached.stream().noneMatch(url::startsWith))
                complaints.add("asked elsewhere: " + url);
        });
    }

    enum View {
        DESKTOP(1360, 860, ColorScheme.LIGHT),
        DARK(1360, 860, ColorScheme.DARK),
        PHONE(390, 780, ColorScheme.LIGHT);

        private final int width;
        private final int height;
        private final ColorScheme colours;

        View(int width, int height, ColorScheme colours) {
            this.width = width;
            this.height = height;
            this.colours = colours;
        }

        Browser.NewContextOptions options() {
            return new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(colours)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setLocale("en-GB")
                    .setTimezoneId("UTC");
        }
    }

    Page page() {
        return page;
    }

    /** Opens the page as somebody who signed in before. */
    Visit as(String token) {
        context.addInitScript(
                "if (!sessionStorage.getItem('kb.token')) sessionStorage.setItem('kb.token', '" + token + "')");
        return this;
    }

    Visit at(String place) {
        page.navigate(address + "/" + place);
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    Locator link(String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    Locator heading(String name) {
        return page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator text(String pattern) {
        return page.getByText(Pattern.compile(pattern)).first();
    }

    Locator find(String selector) {
        return page.locator(selector).first();
    }

    /** The first such request arrives and is done, but nobody hears so. @param address with stars for whatever stands there */
    void losesFirstAnswer(String method, String address) {
        var browser = context.newCDPSession(page);
        var pattern = new JsonObject();
        pattern.addProperty("urlPattern", address);
        pattern.addProperty("requestStage", "Response");
        var patterns = new JsonArray();
        patterns.add(pattern);
        var watched = new JsonObject();
        watched.add("patterns", patterns);
        browser.send("Fetch.enable", watched);
        var lost = new AtomicBoolean();
        browser.on("Fetch.requestPaused", paused -> {
            var asked = paused.getAsJsonObject("request").get("method").getAsString();
            var answer = new JsonObject();
            answer.add("requestId", paused.get("requestId"));
            var loses = asked.equals(method) && lost.compareAndSet(false, true);
            if (loses) answer.addProperty("errorReason", "ConnectionReset");
            browser.send(loses ? "Fetch.failRequest" : "Fetch.continueRequest", answer);
        });
    }

    /** Where there is little room the side bar has to be opened. */
    void menu() {
        var menu = page.locator("#menu");
        if (menu.isVisible() && menu.getAttribute("aria-expanded").equals("false")) menu.click();
    }

    /** Asks in the conversation that is open. */
    void ask(String question) {
        page.getByLabel("Your question").fill(question);
        page.keyboard().press("Enter");
    }

    /** What axe finds wrong with what is shown now. */
    void isAccessible(String what) {
        page.evaluate(Accessibility.script());
        assertEquals("[]", page.evaluate(Accessibility.RUN), what);
    }

    /** Ends the visit. @param expected how many answers were no success */
    void endsQuietly(int expected) {
        assertEquals(List.of(), complaints);
        assertEquals(expected, refusals.size(), refusals::toString);
        close();
    }

    @Override
    public void close() {
        context.close();
    }
}
