package kb.files;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.pages.Chunk;
import kb.people.Tenant;
import kb.store.Sha256;

/** The chunks of documents as people left them: beside those that were cut, each time under a name of its own. */
public final class CorrectionFiles {
    private final ObjectStore objects;
    private final StoredChunks storedChunks = new StoredChunks();

    CorrectionFiles(ObjectStore objects) {
        this.objects = objects;
    }

    /** @return the name under which they are found, and no others */
    public String put(Tenant tenant, UUID id, List<Chunk> chunks) {
        var stored = storedChunks.write(chunks);
        var name = Sha256.hex(stored);
        objects.put(object(tenant, id, name), "application/gzip", stored);
        return name;
    }

    public Optional<List<Chunk>> get(Tenant tenant, UUID id, String name) {
        return objects.get(object(tenant, id, name)).map(storedChunks::read);
    }

    private static String object(Tenant tenant, UUID id, String name) {
        return DocumentFiles.name(tenant, id, "corrections/%s.json.gz".formatted(name));
    }
}
