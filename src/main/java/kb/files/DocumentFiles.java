package kb.files;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.people.Tenant;

/** The objects of a document: its PDF, the pages read from it, the chunks they were cut into, and their vectors of each embedding model. */
public final class DocumentFiles {
    private static final String MEDIA_TYPE = "application/pdf";
    private static final String PDF = "source.pdf";
    private static final String PAGES = "pages.json.gz";
    private static final String CHUNKS = "chunks.json.gz";
    private static final String VECTORS = "vectors/";

    private final ObjectStore objects;
    private final StoredPages storedPages = new StoredPages();
    private final StoredChunks storedChunks = new StoredChunks();

    public DocumentFiles(ObjectStore objects) {
        this.objects = objects;
    }

    public void putPdf(Tenant tenant, UUID id, byte[] pdf) {
        objects.put(name(tenant, id, PDF), MEDIA_TYPE, pdf);
    }

    /** Writes the PDF over a file and says whether there was one. */
    public boolean pdf(Tenant tenant, UUID id, Path file) {
        return objects.download(name(tenant, id, PDF), file);
    }

    /** Where a PDF of exactly these bytes may be put, once. */
    public ObjectStore.WriteAddress pdfTarget(Tenant tenant, UUID id, long bytes, String sha256, Duration validity) {
        return objects.writeAddress(name(tenant, id, PDF), MEDIA_TYPE, bytes, sha256, validity);
    }

    /** The size of the PDF, when it is there. */
    public Optional<Long> pdfSize(Tenant tenant, UUID id) {
        return objects.size(name(tenant, id, PDF));
    }

    public Optional<byte[]> pdfBeginning(Tenant tenant, UUID id, int most) {
        return objects.beginning(name(tenant, id, PDF), most);
    }

    public void deletePdf(Tenant tenant, UUID id) {
        objects.delete(List.of(name(tenant, id, PDF)));
    }

    /** Whose PDF an object is; empty when it is another object. */
    public static Optional<Owner> ownerOfPdf(String name) {
        var parts = name.split("/");
        if (parts.length != 3 || !parts[2].equals(PDF) || !Tenant.isValid(parts[0])) return Optional.empty();
        try {
            return Optional.of(new Owner(new Tenant(parts[0]), UUID.fromString(parts[1])));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    public record Owner(Tenant tenant, UUID documentId) {}

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

    /** @param embedding names the model in letters, digits, dots, hyphens and low lines
     * @param first position of the batch's first chunk */
    public void putVectors(Tenant tenant, UUID id, String embedding, int first, VectorBatch batch) {
        objects.put(name(tenant, id, vectors(embedding, first)), "application/octet-stream", batch.written());
    }

    public Optional<VectorBatch> vectors(Tenant tenant, UUID id, String embedding, int first) {
        return objects.get(name(tenant, id, vectors(embedding, first))).map(VectorBatch::read);
    }

    private static String vectors(String embedding, int first) {
        return VECTORS + embedding + "/%08d".formatted(first);
    }

    /** Deletes what a model made of a tenant's documents. */
    public void deleteVectors(Tenant tenant, String embedding) {
        var theirs = "/" + VECTORS + embedding + "/";
        objects.delete(objects.names(tenant.id() + "/").stream()
                .filter(name -> name.contains(theirs))
                .toList());
    }

    /** Deletes every object of a document and returns how many there were. */
    public int deleteAll(Tenant tenant, UUID id) {
        var names = objects.names(name(tenant, id, ""));
        objects.delete(names);
        return names.size();
    }

    /** How many objects a document has. */
    public int count(Tenant tenant, UUID id) {
        return objects.names(name(tenant, id, "")).size();
    }

    /** All documents of a tenant that have an object. */
    public Set<UUID> documents(Tenant tenant) {
        var prefix = tenant.id() + "/";
        return objects.names(prefix).stream()
                .map(name -> name.substring(prefix.length()).split("/", 2)[0])
                .map(UUID::fromString)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String name(Tenant tenant, UUID id, String object) {
        return tenant.id() + "/" + id + "/" + object;
    }
}
