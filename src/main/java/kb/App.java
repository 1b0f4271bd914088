package kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import kb.api.ChatsApi;
import kb.api.DocumentsApi;
import kb.api.HealthApi;
import kb.api.Limits;
import kb.api.MeApi;
import kb.api.OpenApi;
import kb.api.Routes;
import kb.api.SearchApi;
import kb.api.Within;
import kb.chat.ChatService;
import kb.chat.Evidence;
import kb.chat.ExtractiveAnswers;
import kb.documents.Catalog;
import kb.documents.DocumentService;
import kb.files.DocumentFiles;
import kb.files.ObjectStore;
import kb.http.Cors;
import kb.http.Gate;
import kb.http.Router;
import kb.ingest.Chunker;
import kb.ingest.IngestService;
import kb.ingest.PdfReader;
import kb.ingest.WorkQueue;
import kb.search.Analyser;
import kb.search.ChunkIndex;
import kb.search.Embedder;
import kb.search.SearchService;
import kb.store.Table;

/**
 * The application: services, API and router joined. Every front end starts here, so they cannot differ behind the
 * router.
 *
 * @param router answers requests
 * @param ingest does the work an upload leaves behind
 * @param catalog knows which work that is
 */
public record App(Router router, IngestService ingest, Catalog catalog) {
    /** About 200 tokens: well inside what small embedding models read, and still about one thing. */
    private static final int CHUNK_CHARACTERS = 900;

    /** Everything the application needs from outside the process. */
    public record Outside(
            Table documents,
            Table chats,
            ObjectStore objects,
            ChunkIndex index,
            Embedder embedder,
            PdfReader reader,
            WorkQueue queue,
            Gate gate,
            Supplier<UUID> newId,
            Clock clock) {}

    /** How it is to behave. */
    public record Manner(Limits limits, Within within, Cors cors) {}

    public static App of(Outside outside, Manner manner) {
        var analyser = new Analyser();
        var catalog = new Catalog(outside.documents());
        var files = new DocumentFiles(outside.objects());
        var ingest = new IngestService(
                catalog,
                files,
                outside.reader(),
                new Chunker(CHUNK_CHARACTERS),
                analyser,
                outside.embedder(),
                outside.index());
        var documents = new DocumentService(
                catalog,
                files,
                (tenant, id) -> outside.queue().send(new WorkQueue.Work(tenant, id)),
                outside.newId(),
                outside.clock());
        var search = new SearchService(catalog, analyser, outside.embedder(), outside.index());
        var answers = new ExtractiveAnswers(files, new Evidence(analyser, outside.embedder()));
        var chats = new ChatService(outside.chats(), search, answers, outside.newId(), outside.clock());
        var table = Routes.of(
                manner.within(),
                new HealthApi(
                        version(), manner.limits(), List.of(outside.documents(), outside.objects(), outside.index())),
                new OpenApi(),
                new MeApi(manner.limits()),
                new DocumentsApi(documents, manner.limits()),
                new SearchApi(search),
                new ChatsApi(chats));
        var router = new Router(
                table,
                outside.gate(),
                manner.cors(),
                () -> outside.newId().get().toString(),
                Failures::explain);
        return new App(router, ingest, catalog);
    }

    private static String version() {
        try (var resource = App.class.getResourceAsStream("version.txt")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
