package kb.local;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kb.client.Smoke;
import kb.client.Terminal;

/** Sees whether a service works. */
final class SmokeCommand {
    private SmokeCommand() {}

    static boolean run(List<String> words, Map<String, String> settings) throws IOException {
        var options = Options.of("smoke", words, Set.of(), Reached.OPTIONS);
        options.none();
        var terminal = Terminal.own(System.getenv());
        return Reached.service(options, settings, terminal, service -> new Smoke(service, terminal).run());
    }
}
