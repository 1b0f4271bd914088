package kb.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import kb.documents.Draft;
import kb.documents.Drafts;
import kb.files.DocumentFiles;
import kb.pages.Bookmarks;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.people.Tenant;
import kb.store.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads PDFs while somebody waits, and keeps what it read as a draft. */
public final class Drafting {
    private static final Logger LOG = LoggerFactory.getLogger(Drafting.class);

    private final Drafts drafts;
    private final DocumentFiles files;
    private final PdfReader reader;
    private final Chunker chunker;
    private final Supplier<UUID> newId;

    public Drafting(Drafts drafts, DocumentFiles files, PdfReader reader, Chunker chunker, Supplier<UUID> newId) {
        this.drafts = drafts;
        this.files = files;
        this.reader = reader;
        this.chunker = chunker;
        this.newId = newId;
    }

    /** What became of a PDF. */
    public sealed interface Outcome {
        record Read(Draft draft, List<Page> pages, List<Chunk> chunks) implements Outcome {}

        record Unreadable(PdfReader.Reason reason) implements Outcome {}
    }

    public Outcome read(Tenant tenant, byte[] pdf) {
        var heard = new Heard();
        return switch (read(pdf, heard)) {
            case PdfReader.Reading.Unreadable(var reason) -> new Outcome.Unreadable(reason);
            case PdfReader.Reading.Complete _ -> kept(tenant, pdf, heard);
        };
    }

    private Outcome kept(Tenant tenant, byte[] pdf, Heard heard) {
        var pages = heard.pages();
        var about = heard.said().get();
        var bookmarks = heard.listed().get();
        var id = newId.get();
        var walked = new CoverageCollector(pages);
        var chunks = chunker.chunks(id, about.title(), bookmarks, walked);
        drafts.expect(tenant);
        files.putPdf(tenant, id, pdf);
        for (int first = 0; first < pages.size(); first += DocumentFiles.PAGES_IN_GROUP)
            files.putPages(
                    tenant, id, pages.subList(first, Math.min(first + DocumentFiles.PAGES_IN_GROUP, pages.size())));
        if (!bookmarks.equals(Bookmarks.NONE)) files.putBookmarks(tenant, id, bookmarks);
        files.putCoverage(tenant, id, walked.coverage());
        files.putChunks(tenant, id, chunks);
        var draft = new Draft(id, Sha256.hex(pdf), pdf.length, pages.size(), about);
        drafts.keep(tenant, draft);
        return new Outcome.Read(draft, pages, chunks);
    }

    private PdfReader.Reading read(byte[] pdf, Heard heard) {
        var file = file(pdf);
        try {
            return reader.read(file, 1, heard);
        } finally {
            delete(file);
        }
    }

    private static Path file(byte[] pdf) {
        try {
            return Files.write(Files.createTempFile("knowledge-base", ".pdf"), pdf);
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warn("a temporary file could not be deleted", stays);
        }
    }
}
