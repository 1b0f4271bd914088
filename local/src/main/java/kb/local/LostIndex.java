package kb.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kb.ingest.Rebuild;

/** Makes an index again that is not there, as after a restore; a mark tells the next start when that was cut off. */
final class LostIndex {
    static final String MARK = "index-unfinished";

    private LostIndex() {}

    static void rebuild(Path data, LuceneIndex index, Rebuild rebuild) throws IOException {
        var mark = data.resolve(MARK);
        if (!index.isEmpty() && !Files.exists(mark)) return;
        Files.writeString(mark, "");
        rebuild.run();
        Files.delete(mark);
    }
}
