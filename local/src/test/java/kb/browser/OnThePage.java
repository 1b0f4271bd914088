package kb.browser;

import java.nio.file.Path;
import java.util.Map;
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
        served = new Served(folder.resolve("data"), settings());
    }

    /** Of the twin. */
    Map<String, String> settings() {
        return Map.of();
    }

    @AfterAll
    void stop() throws Exception {
        if (served != null) served.close();
    }
}
