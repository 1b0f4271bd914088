package kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kb.activity.ActivityLog;
import kb.activity.Tallies;
import kb.api.AdminApi;
import kb.api.AdminDocumentsApi;
import kb.api.AdminFiguresApi;
import kb.api.AdminHealthApi;
import kb.api.AdminLogApi;
import kb.api.ChatRecordsApi;
import kb.api.ChatsApi;
import kb.api.CountedRequests;
import kb.api.DocumentsApi;
import kb.api.ErasureApi;
import kb.api.HealthApi;
import kb.api.Limits;
import kb.api.LooseAsking;
import kb.api.McpApi;
import kb.api.McpTools;
import kb.api.MeApi;
import kb.api.Once;
import kb.api.OpenAiApi;
import kb.api.OpenApi;
import kb.api.PagesApi;
import kb.api.Paying;
import kb.api.Recorded;
import kb.api.Routes;
import kb.api.SearchApi;
import kb.api.UploadsApi;
import kb.api.UsageApi;
import kb.api.WebPageApi;
import kb.api.Within;
import kb.chat.ChatModels;
import kb.files.ObjectStore;
import kb.http.Cors;
import kb.http.Gate;
import kb.http.Limiter;
import kb.http.Router;
import kb.ingest.PdfReader;
import kb.ingest.WorkQueue;
import kb.masking.Masking;
import kb.outside.Health;
import kb.pictures.PagePainter;
import kb.search.Embedders;
import kb.search.Spaces;
import kb.store.Table;
import kb.usage.Expenses;
import kb.usage.Tariff;

/**
 * The application: services, API and router joined. Every front end starts here, so they cannot differ behind the
 * router.
 *
 * @param router answers requests
 * @param background does what requests leave behind
 */
public record App(Router router, Background background) {
    /** Everything the application needs from outside the process. */
    public record Outside(
            Table documents,
            Table chats,
            ObjectStore objects,
            Spaces spaces,
            Embedders embedders,
            PdfReader reader,
            PagePainter painter,
            WorkQueue queue,
            Gate gate,
            Supplier<UUID> newId,
            Clock clock,
            ChatModels models) {
        public Outside(
                Table documents,
                Table chats,
                ObjectStore objects,
                Spaces spaces,
                Embedders embedders,
                PdfReader reader,
                WorkQueue queue,
                Gate gate,
                Supplier<UUID> newId,
                Clock clock) {
            this(
                    documents,
                    chats,
                    objects,
                    spaces,
                    embedders,
                    reader,
                    PagePainter.NONE,
                    queue,
                    gate,
                    newId,
                    clock,
                    ChatModels.NONE);
        }
    }

    /**
     * How it is to behave.
     *
     * @param backups how long backups are kept that are made by themselves
     * @param rateLimited whether people may ask only so often
     * @param spaAnonymous whether the replaced service's browser app may do without a token what it sends none with
     */
    public record Manner(
            Limits limits,
            Within within,
            Cors cors,
            Optional<Duration> backups,
            boolean rateLimited,
            Tariff tariff,
            Masking masking,
            boolean spaAnonymous) {
        public Manner(
                Limits limits,
                Within within,
                Cors cors,
                Optional<Duration> backups,
                boolean rateLimited,
                Tariff tariff,
                Masking masking) {
            this(limits, within, cors, backups, rateLimited, tariff, masking, false);
        }
    }

    public static App of(Outside outside, Manner manner) {
        return of(outside, manner, List.of());
    }

    /** @param others what the outside world needs in turn, and can tell whether it works */
    public static App of(Outside all, Manner manner, List<Health> others) {
        var listening = Listening.to(all);
        var outside = listening.outside();
        var services = Services.of(outside, manner.backups(), manner.tariff(), manner.masking());
        var paying = new Paying(services.accounts());
        var documents = new DocumentsApi(services.documents(), manner.masking());
        var search = new SearchApi(services.search(), services.cautions(), paying);
        var loose = new LooseAsking(services.loose(), paying);
        var tools = new McpTools(search, loose, documents, services.documents(), manner.masking());
        var table = Routes.of(
                manner.within(),
                new Once(services.repeats()),
                new HealthApi(version(), manner.limits(), listening.parts(others), listening.heard()),
                new OpenApi(),
                new WebPageApi(outside.objects()::origin),
                new MeApi(manner.limits()),
                documents,
                new PagesApi(services.documents(), services.pictures()),
                new UploadsApi(services.uploads(), manner.limits()),
                new ErasureApi(services.erasure()),
                search,
                new ChatsApi(services.chats(), services.turns(), paying),
                new ChatRecordsApi(services.records(), outside.clock()),
                new UsageApi(services.accounts()),
                admin(outside, services),
                new OpenAiApi(loose, outside.clock()),
                new McpApi(tools, manner.cors(), version()),
                BrowserApp.api(services, paying, outside.clock(), manner));
        Supplier<String> newId = () -> outside.newId().get().toString();
        var router = new Router(
                new Recorded(services.activity(), Failures::explain, newId).all(table),
                outside.gate(),
                manner.rateLimited() ? new CountedRequests(services.requests()) : Limiter.NONE,
                manner.cors(),
                newId,
                Failures::explain);
        return new App(router, services.background());
    }

    private static AdminApi admin(Outside outside, Services services) {
        var tallies = new Tallies(outside.chats(), outside.clock());
        var log = new ActivityLog(outside.documents(), outside.chats(), tallies, outside.clock());
        var expenses = new Expenses(outside.chats());
        return new AdminApi(
                new AdminHealthApi(outside.spaces(), services.documents(), log, tallies, services.activity()),
                new AdminDocumentsApi(services.documents(), tallies, expenses),
                new AdminFiguresApi(tallies),
                new AdminLogApi(log, tallies, services.documents(), expenses));
    }

    /** As released. */
    public static String version() {
        try (var resource = App.class.getResourceAsStream("version.txt")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
