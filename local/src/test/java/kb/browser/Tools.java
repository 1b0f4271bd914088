package kb.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kb.RealPart;

/** Chromium without a window, driven by Playwright; one of them for the whole run. */
final class Tools {
    /** In milliseconds; for a busy machine. */
    static final double PATIENCE = 60_000;

    private static final String FOLDER = "kb.browser.tools";
    private static final String DRIVER = "playwright.cli.dir";

    private Tools() {}

    private static final class Shared {
        static final Browser BROWSER = launch();

        private static Browser launch() {
            var chromium = RealPart.onPath("chromium").findFirst().orElseThrow();
            System.setProperty(DRIVER, driver().toString());
            var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(List.of("--no-sandbox")));
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return browser;
        }
    }

    /** Says where they are, outside of tests. */
    static void fetched(Path folder) {
        System.setProperty(FOLDER, folder.toAbsolutePath().toString());
    }

    private static Path tools() {
        return Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of).orElseGet(RealPart.CHROMIUM::tools);
    }

    static Browser browser() {
        return Shared.BROWSER;
    }

    /** As Playwright looks for it: the program {@code node} beside the folder {@code package}. */
    private static Path driver() {
        try {
            var folder = Files.createTempDirectory("playwright");
            Files.createSymbolicLink(folder.resolve("package"), tools().resolve("playwright-core"));
            Files.createSymbolicLink(
                    folder.resolve("node"), RealPart.onPath("node").findFirst().orElseThrow());
            return folder;
        } catch (IOException cannotLink) {
            throw new UncheckedIOException(cannotLink);
        }
    }

    /** The script that looks for what keeps people out. */
    static Path axe() {
        return tools().resolve("axe-core").resolve("axe.min.js");
    }
}
