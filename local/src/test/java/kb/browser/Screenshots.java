package kb.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Takes the README's pictures of the page. */
final class Screenshots {
    private static final int WIDTH = 1220;
    private static final int HEIGHT = 680;

    private Screenshots() {}

    /** @param arguments a folder to work in, that of the browser's tools, and where the pictures go */
    public static void main(String[] arguments) throws Exception {
        Tools.fetched(Path.of(arguments[1]));
        Files.createDirectories(Path.of(arguments[0]));
        var pictures = Files.createDirectories(Path.of(arguments[2]));
        try (var served = new Served(Files.createTempDirectory(Path.of(arguments[0]), "page"), Map.of())) {
            var token = served.twin().token("library", "wren", "admin");
            answer(served, token, pictures);
            missing(served, token, pictures);
            phone(served, token, pictures);
        }
        System.exit(0); // Playwright keeps its driver
    }

    private static void take(Visit visit, Path file) {
        visit.page().screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    private static void answer(Served served, String token, Path pictures) {
        try (var visit = served.visit(Visit.View.DESKTOP).as(token)) {
            visit.page().setViewportSize(WIDTH, HEIGHT);
            Walk.add(visit, Path.of("postman", "sample.pdf"));
            take(visit, pictures.resolve("documents.png"));
            visit.at("#/ask");
            Walk.askAndBeAnswered(visit, Walk.FOUNDER);
            visit.find(".chip").click();
            assertThat(visit.find(".sheet img")).isVisible();
            assertThat(visit.find(".chats [aria-current]")).isVisible();
            take(visit, pictures.resolve("answer.png"));
        }
    }

    private static void missing(Served served, String token, Path pictures) {
        try (var visit = served.visit(Visit.View.DARK).as(token)) {
            visit.page().setViewportSize(WIDTH, HEIGHT);
            visit.at("#/ask");
            Walk.askAndBeAnswered(visit, Walk.ELSEWHERE);
            assertThat(visit.find(".chats [aria-current]")).isVisible();
            take(visit, pictures.resolve("not-in-documents.png"));
        }
    }

    private static void phone(Served served, String token, Path pictures) {
        try (var visit = served.visit(Visit.View.PHONE).as(token)) {
            visit.at("#/ask");
            Walk.askAndBeAnswered(visit, Walk.FOUNDER);
            take(visit, pictures.resolve("phone.png"));
        }
    }
}
