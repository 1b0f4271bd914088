package kb.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kb.RealPart;

/** Chromium without a window, driven by Playwright; one of them for the whole run. */
final class Tools {
    private static final String DRIVER = "playwright.cli.dir";

    private Tools() {}

    private static final class Shared {
        static final Browser BROWSER = launch();

        private static Browser launch() {
            var chromium = RealPart.CHROMIUM.path();
            System.setProperty(DRIVER, driver().toString());
            var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(List.of("--no-sandbox")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return browser;
        }
    }

    static Browser browser() {
        return Shared.BROWSER;
    }

    /** As Playwright looks for it: the program {@code node} beside the folder {@code package}. */
    private static Path driver() {
        try {
            var folder = Files.createTempDirectory("playwright");
            Files.createSymbolicLink(
                    folder.resolve("package"), RealPart.CHROMIUM.tools().resolve("playwright-core"));
            Files.createSymbolicLink(
                    folder.resolve("node"), RealPart.onPath("node").findFirst().orElseThrow());
            return folder;
        } catch (IOException cannotLink) {
            throw new UncheckedIOException(cannotLink);
        }
    }

    /** The script that looks for what keeps people out. */
    static Path axe() {
        return RealPart.CHROMIUM.tools().resolve("axe-core").resolve("axe.min.js");
    }
}
