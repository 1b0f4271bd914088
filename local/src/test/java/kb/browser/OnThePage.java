package kb.browser;

import java.nio.file.Path;
import java.util.Map;
import kb.App;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A twin that serves the page to all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnThePage {
    @TempDir
    static Path folder;

    Served served;

    @BeforeAll
    void serve() throws Exception {
        served = new Served(folder.resolve("data"), settings(), this::around);
    }

    /** Of the twin. */
    Map<String, String> settings() {
        return Map.of();
    }

    /** What the twin has in place of its parts. */
    App.Outside around(App.Outside parts) {
        return parts;
    }

    @AfterAll
    void stop() throws Exception {
        if (served != null) served.close();
    }
}
