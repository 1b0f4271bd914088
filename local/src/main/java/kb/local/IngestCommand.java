package kb.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kb.client.Ingestion;
import kb.client.Terminal;

/** Brings a folder of PDFs into a service; started again, it goes on where it was interrupted. */
final class IngestCommand {
    private IngestCommand() {}

    /** @return whether everything is there and readable */
    static boolean run(List<String> words, Map<String, String> settings) throws IOException {
        var options = Options.of("ingest", words, Set.of("--replace", "--flat", "--no-wait"), Reached.OPTIONS);
        var folder = Path.of(options.only("a folder that holds PDFs"));
        var order = new Ingestion.Order(
                folder, !options.has("--flat"), options.has("--replace"), !options.has("--no-wait"));
        order.demandFolder();
        var terminal = Terminal.own(System.getenv());
        return Reached.service(options, settings, terminal, service -> new Ingestion(service, terminal).run(order));
    }
}
