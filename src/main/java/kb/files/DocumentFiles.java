package kb.files;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kb.pages.Bookmarks;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.pages.PageCoverage;
import kb.people.Tenant;

/** The objects of a document: its PDF, what was read from it, the chunks it was cut into, and their vectors of each model. */
public final class DocumentFiles {
    /** Groups begin at page 1, at page 26 and so on; the last may be smaller. */
    public static final int PAGES_IN_GROUP = 25;

    private static final String MEDIA_TYPE = "application/pdf";
    private static final String PDF = "source.pdf";
    private static final String CHUNKS = "chunks.json.gz";
    private static final String COVERAGE = "coverage.json.gz";
    private static final String BOOKMARKS = "bookmarks.json.gz";
    private static final String VECTORS = "vectors/";

    private final ObjectStore objects;
    private final StoredPages storedPages = new StoredPages();
    private final StoredChunks storedChunks = new StoredChunks();
    private final StoredCoverage storedCoverage = new StoredCoverage();
    private final ZippedJson<Bookmarks> storedBookmarks = new ZippedJson<>(new TypeReference<>() {});

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

    /** @param group pages one after the other, from the first of a group on */
    public void putPages(Tenant tenant, UUID id, List<Page> group) {
        var first = group.getFirst().number();
        objects.put(name(tenant, id, pages(first)), "application/gzip", storedPages.write(group));
    }

    /** The group that begins with this page; empty before it is read. */
    public Optional<List<Page>> pages(Tenant tenant, UUID id, int first) {
        return objects.get(name(tenant, id, pages(first))).map(storedPages::read);
    }

    /** Empty before the page is read. */
    public Optional<Page> page(Tenant tenant, UUID id, int number) {
        var first = number - (number - 1) % PAGES_IN_GROUP;
        return pages(tenant, id, first).stream()
                .flatMap(List::stream)
                .filter(page -> page.number() == number)
                .findFirst();
    }

    /**
     * All pages of a document that is read, one group of them in memory at a time.
     *
     * @param count how many it has; whoever walks through them hears of one that is not there as {@link MissingPages}
     */
    public Iterable<Page> allPages(Tenant tenant, UUID id, int count) {
        return () -> IntStream.iterate(1, first -> first <= count, first -> first + PAGES_IN_GROUP)
                .boxed()
                .flatMap(first -> pages(tenant, id, first).orElseThrow(MissingPages::new).stream())
                .iterator();
    }

    private static String pages(int first) {
        return "pages/%08d.json.gz".formatted(first);
    }

    public void putChunks(Tenant tenant, UUID id, List<Chunk> chunks) {
        objects.put(name(tenant, id, CHUNKS), "application/gzip", storedChunks.write(chunks));
    }

    public Optional<List<Chunk>> chunks(Tenant tenant, UUID id) {
        return objects.get(name(tenant, id, CHUNKS)).map(storedChunks::read);
    }

    public CorrectionFiles corrections() {
        return new CorrectionFiles(objects);
    }

    /** @param pages all of the document's, in order */
    public void putCoverage(Tenant tenant, UUID id, List<PageCoverage> pages) {
        objects.put(name(tenant, id, COVERAGE), "application/gzip", storedCoverage.write(pages));
    }

    /** Empty before the document is cut. */
    public Optional<List<PageCoverage>> coverage(Tenant tenant, UUID id) {
        return objects.get(name(tenant, id, COVERAGE)).map(storedCoverage::read);
    }

    public void putBookmarks(Tenant tenant, UUID id, Bookmarks bookmarks) {
        objects.put(name(tenant, id, BOOKMARKS), "application/gzip", storedBookmarks.write(bookmarks));
    }

    /** None before the document is read, when it lists none, and when it was read before they were kept. */
    public Bookmarks bookmarks(Tenant tenant, UUID id) {
        return objects.get(name(tenant, id, BOOKMARKS))
                .map(storedBookmarks::read)
                .orElse(Bookmarks.NONE);
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

    static String name(Tenant tenant, UUID id, String object) {
        return tenant.id() + "/" + id + "/" + object;
    }
}
