package kb.files;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import kb.pages.Page;

/** Pages as they are stored in the objects below {@code pages/}. What was written is read back equal. */
public final class StoredPages {
    private final ZippedJson<List<Page>> json = new ZippedJson<>(new TypeReference<>() {});

    public byte[] write(List<Page> pages) {
        return json.write(pages);
    }

    public List<Page> read(byte[] stored) {
        return json.read(stored);
    }
}
