package kb.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kb.activity.Tallies;
import kb.documents.Document;
import kb.documents.DocumentService;
import kb.documents.Status;
import kb.documents.Wanted;
import kb.http.Call;
import kb.http.Response;
import kb.ingest.ReadingDeed;
import kb.people.Tenant;
import kb.usage.Expenses;
import kb.usage.Purpose;

/** A tenant's documents as those see them who look after the service. */
public final class AdminDocumentsApi {
    private static final int MOST_RECENT = 100;

    private final DocumentService documents;
    private final Tallies tallies;
    private final Expenses expenses;

    public AdminDocumentsApi(DocumentService documents, Tallies tallies, Expenses expenses) {
        this.documents = documents;
        this.tallies = tallies;
        this.expenses = expenses;
    }

    record IndexedJson(
            UUID docId,
            String filename,
            Instant uploadDate,
            String uploadedBy,
            int version,
            int totalChunks,
            int pageCount,
            long fileSizeBytes,
            UUID weaviateDocId) {
        static IndexedJson of(Document document) {
            var progress = document.state().progress();
            return new IndexedJson(
                    document.documentId(),
                    document.name().filename(),
                    document.source().uploadDate(),
                    document.source().uploadedBy(),
                    document.name().version(),
                    progress.chunks(),
                    progress.pages(),
                    document.source().sizeBytes(),
                    document.documentId());
        }
    }

    record Indexed(List<IndexedJson> documents, long totalDocuments, long totalChunks) {}

    /** The newest of those that search finds, and how many there are in all. */
    Response indexed(Call call) {
        var query = call.query();
        var given = query.number("limit", 50, 1, 200);
        var limit = query.into(() -> given);
        AdminRead.of(call);
        var tenant = Asker.tenant(call.caller());
        var found = documents.list(tenant, Wanted.ready(), limit, Optional.empty());
        var visible = documents.visible(tenant);
        return Response.json(
                200,
                new Indexed(
                        found.documents().stream().map(IndexedJson::of).toList(),
                        visible.documents(),
                        visible.chunks()));
    }

    record RecentJson(
            UUID pipelineId,
            String filename,
            String uploadedBy,
            Instant timestamp,
            int chunks,
            long tokensUsed,
            double costUsd,
            String status) {}

    record Processed(
            long documentsProcessed,
            long totalChunks,
            long totalTokens,
            double totalCostUsd,
            long avgProcessingTimeMs,
            double successRate,
            Map<String, AdminFiguresApi.StageJson> byStage,
            List<RecentJson> recentUploads,
            String period,
            Instant since) {}

    /** What became of documents whose reading ended in a time. */
    Response processed(Call call) {
        var period = Period.parse(call, tallies);
        AdminRead.of(call);
        var tally = period.count(call, tallies);
        var ready = tally.of(ReadingDeed.READY);
        var processed = ready + tally.of(ReadingDeed.FAILED);
        var spent = Expenses.sum(tally, Purpose.DOCUMENT);
        return Response.json(
                200,
                new Processed(
                        processed,
                        tally.of(ReadingDeed.CHUNKS),
                        spent.tokens(),
                        spent.dollars(),
                        Math.round(tally.average(ReadingDeed.TIME, ReadingDeed.TIMED)),
                        processed == 0 ? 100 : Math.round(10_000.0 * ready / processed) / 100.0,
                        AdminFiguresApi.stages(tally, Purpose.DOCUMENT),
                        recent(Asker.tenant(call.caller()), period.since()),
                        period.name(),
                        period.since()));
    }

    /** Of the newest hundred documents those that were uploaded since then and are no longer worked on. */
    private List<RecentJson> recent(Tenant tenant, Instant since) {
        var recent = documents.list(tenant, Wanted.everyVersion(), MOST_RECENT, Optional.empty()).documents().stream()
                .filter(document -> !document.source().uploadDate().isBefore(since))
                .filter(document -> ended(document.state().status()))
                .toList();
        var spent =
                expenses.of(tenant, recent.stream().map(Document::documentId).toList());
        return recent.stream()
                .map(document -> recent(document, spent.getOrDefault(document.documentId(), Expenses.Spent.NOTHING)))
                .toList();
    }

    private static boolean ended(Status status) {
        return status == Status.READY || status == Status.FAILED;
    }

    private static RecentJson recent(Document document, Expenses.Spent spent) {
        var ready = document.state().status() == Status.READY;
        return new RecentJson(
                document.documentId(),
                document.name().filename(),
                document.source().uploadedBy(),
                document.source().uploadDate(),
                ready ? document.state().progress().chunks() : 0,
                spent.tokens(),
                spent.dollars(),
                ready ? "success" : "failed");
    }
}
