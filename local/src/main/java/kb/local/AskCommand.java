package kb.local;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kb.client.Asking;
import kb.client.Terminal;

/** Asks one question and prints the answer with its sources. */
final class AskCommand {
    private AskCommand() {}

    /** @return whether the documents answer it */
    static boolean run(List<String> words, Map<String, String> settings) throws IOException {
        var valued = new TreeSet<>(Reached.OPTIONS);
        valued.add("--chat");
        var options = Options.of("ask", words, Set.of("--json"), valued);
        var order = new Asking.Order(
                options.only("a question, in quotation marks"), options.value("--chat"), options.has("--json"));
        var terminal = Terminal.own(System.getenv());
        return Reached.service(options, settings, terminal, service -> new Asking(service, terminal).run(order));
    }
}
