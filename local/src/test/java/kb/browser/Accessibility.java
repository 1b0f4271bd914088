package kb.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** axe-core, which knows most of what keeps people out of a page (WCAG 2.2, A and AA, and good practice). */
final class Accessibility {
    /** Gives what is wrong as text: rule, and where. */
    static final String RUN = """
            async () => JSON.stringify((await axe.run(document, {resultTypes: ['violations']})).violations
                .map(one => one.id + ': ' + one.nodes.map(node => node.target.join(' ')).join(', ')))""";

    private Accessibility() {}

    private static final class Shared {
        static final String SCRIPT = read();

        private static String read() {
            try {
                return Files.readString(Tools.axe());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    static String script() {
        return Shared.SCRIPT;
    }
}
