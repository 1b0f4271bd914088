package kb.files;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import kb.pages.Chunk;

/** Chunks as they are stored in {@code chunks.json.gz}. What was written is read back equal. */
public final class StoredChunks {
    private final ZippedJson<List<Chunk>> json = new ZippedJson<>(new TypeReference<>() {});

    public byte[] write(List<Chunk> chunks) {
        return json.write(chunks);
    }

    public List<Chunk> read(byte[] stored) {
        return json.read(stored);
    }
}
