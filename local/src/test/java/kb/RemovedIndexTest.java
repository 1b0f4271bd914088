package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import kb.lambda.HttpEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The twin's index is a folder that may be removed: it is made again from the rest of the data directory. */
class RemovedIndexTest {
    @TempDir
    Path data;

    @Test
    void a_twin_without_its_index_fills_it_before_it_answers() throws Exception {
        String found;
        try (var twin = new TestTwin(data)) {
            var writer = client(twin);
            writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
            writer.uploaded("menu.pdf", Pdfs.of("Today the kitchen serves pea soup."));
            found = search(writer);
        }
        assertTrue(found.contains("library"), found);
        remove(data.resolve("index"));
        try (var twin = new TestTwin(data)) {
            assertEquals(found, search(client(twin)));
        }
    }

    private static String search(Client client) throws Exception {
        return client.sendJson("POST", "/search", Map.of("query", "How much is a lost card?"))
                .text();
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static Client client(TestTwin twin) {
        return new Client(new LambdaEvents(new HttpEntry(twin.app().router())), twin, "default", "wren", "manager");
    }
}
