package kb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kb.config.Config;
import kb.documents.Document;
import kb.documents.Filename;
import kb.documents.Upload;
import kb.histories.CountingEmbedder;
import kb.local.LocalEmbeddings;
import kb.local.Pace;
import kb.local.Twin;
import kb.outside.TimeOrderedIds;
import kb.people.Person;
import kb.people.Tenant;
import kb.search.Embedder;

/**
 * A process that reads one PDF in slices and says how it gets on: a line for each look, marked as one, with status, pages, chunks and the
 * kilobytes of its heap that are in use after a collection.
 */
final class LongDocument {
    private static final Person WREN = new Person(new Tenant("mill"), "wren", "Wren");
    static final String MARK = "look ";
    private static final int BETWEEN_LOOKS = 100;

    private LongDocument() {}

    /** Arguments: a folder for the data, the PDF, the seconds of a slice, and {@code model} for the real one. */
    public static void main(String[] arguments) throws Exception {
        Embedder embedder = arguments[3].equals("model") ? new LocalEmbeddings(2) : new CountingEmbedder();
        var clock = Clock.systemUTC();
        var pace = new Pace(Duration.ofSeconds(1), Optional.of(Duration.ofSeconds(Long.parseLong(arguments[2]))));
        var config = Config.from(Map.of("JWT_SECRET_KEY", TestTwin.SECRET));
        var ids = new TimeOrderedIds(clock, new SecureRandom());
        try (var twin = Twin.open(Path.of(arguments[0]), config, () -> embedder, ids, clock, pace)) {
            watch(twin, uploaded(twin, Path.of(arguments[1])));
        }
        System.exit(0);
    }

    private static UUID uploaded(Twin twin, Path pdf) throws Exception {
        var uploads = twin.app().background().uploads();
        var upload = uploads.upload(WREN, new Filename("long.pdf"), Files.readAllBytes(pdf), false);
        return ((Upload.Accepted) upload).document().documentId();
    }

    private static void watch(Twin twin, UUID id) throws InterruptedException {
        var seen = -BETWEEN_LOOKS;
        while (true) {
            var document =
                    twin.app().background().catalog().stored(WREN.tenant(), id).orElseThrow();
            var done = done(document);
            if (done - seen >= BETWEEN_LOOKS || !document.state().status().isUnfinished()) {
                say(document);
                seen = done;
            }
            if (!document.state().status().isUnfinished()) return;
            Thread.sleep(50);
        }
    }

    private static int done(Document document) {
        var progress = document.state().progress();
        return progress.pagesDone() + progress.chunksDone();
    }

    private static void say(Document document) {
        System.gc();
        var runtime = Runtime.getRuntime();
        var progress = document.state().progress();
        System.out.printf(
                MARK + "%s %d %d %d%n",
                document.state().status(),
                progress.pagesDone(),
                progress.chunksDone(),
                (runtime.totalMemory() - runtime.freeMemory()) / 1000);
    }
}
