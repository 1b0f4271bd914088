package kb.files;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import kb.pages.PageCoverage;

/** What became of a document's pages, as it is stored in {@code coverage.json.gz}. What was written is read back equal. */
public final class StoredCoverage {
    private final ZippedJson<List<PageCoverage>> json = new ZippedJson<>(new TypeReference<>() {});

    public byte[] write(List<PageCoverage> pages) {
        return json.write(pages);
    }

    public List<PageCoverage> read(byte[] stored) {
        return json.read(stored);
    }
}
