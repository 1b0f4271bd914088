package kb.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kb.ingest.Migration;
import kb.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes an index again that is not there, as after a restore; a mark tells the next start when that was cut off. */
final class LostIndex {
    static final String MARK = "index-unfinished";

    private static final Logger LOG = LoggerFactory.getLogger(LostIndex.class);

    private LostIndex() {}

    /**
     * Returns when everything is found again, which is quick because vectors are stored. A part that is down is not waited for:
     * then a new index is made in the background, as soon as the part is back.
     */
    static void rebuild(Path data, LuceneSpaces spaces, Migration migration) throws IOException {
        var mark = data.resolve(MARK);
        var marked = Files.exists(mark);
        try {
            for (var space : migration.serving()) {
                if (!marked && !spaces.isEmpty(space)) continue;
                Files.writeString(mark, "");
                migration.restore(space);
            }
            Files.deleteIfExists(mark);
        } catch (Unavailable down) {
            LOG.warn("the index is not complete, and is made again later: {}", down.getMessage());
            later(migration);
        }
    }

    private static void later(Migration migration) {
        try {
            migration.again();
        } catch (Unavailable down) {
            LOG.warn("whether an index is missing is looked at later: {}", down.getMessage());
        }
    }
}
