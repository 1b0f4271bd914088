package kb.files;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.people.Tenant;

/** The objects of a document: its PDF, the pages read from it, and the chunks they were cut into. */
public final class DocumentFiles {
    private static final String PDF = "source.pdf";
    private static final String PAGES = "pages.json.gz";
    private static final String CHUNKS = "chunks.json.gz";

    private final ObjectStore objects;
    private final StoredPages storedPages = new StoredPages();
    private final StoredChunks storedChunks = new StoredChunks();

    public DocumentFiles(ObjectStore objects) {
        this.objects = objects;
    }

    public void putPdf(Tenant tenant, UUID id, byte[] pdf) {
        objects.put(name(tenant, id, PDF), "application/pdf", pdf);
    }

    public Optional<byte[]> pdf(Tenant tenant, UUID id) {
        return objects.get(name(tenant, id, PDF));
    }

    public URI pdfAddress(Tenant tenant, UUID id, String filename, Duration validity) {
        return objects.readAddress(name(tenant, id, PDF), filename, validity);
    }

    public void putPages(Tenant tenant, UUID id, List<Page> pages) {
        objects.put(name(tenant, id, PAGES), "application/gzip", storedPages.write(pages));
    }

    /** Empty before the document is read. */
    public Optional<List<Page>> pages(Tenant tenant, UUID id) {
        return objects.get(name(tenant, id, PAGES)).map(storedPages::read);
    }

    public void putChunks(Tenant tenant, UUID id, List<Chunk> chunks) {
        objects.put(name(tenant, id, CHUNKS), "application/gzip", storedChunks.write(chunks));
    }

    /** Empty before the document is cut. */
    public Optional<List<Chunk>> chunks(Tenant tenant, UUID id) {
        return objects.get(name(tenant, id, CHUNKS)).map(storedChunks::read);
    }

    public void deleteAll(Tenant tenant, UUID id) {
        objects.delete(List.of(name(tenant, id, PDF), name(tenant, id, PAGES), name(tenant, id, CHUNKS)));
    }

    private static String name(Tenant tenant, UUID id, String object) {
        return tenant.id() + "/" + id + "/" + object;
    }
}
