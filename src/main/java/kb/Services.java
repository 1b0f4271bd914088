package kb;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import kb.activity.Activity;
import kb.chat.Answers;
import kb.chat.Asking;
import kb.chat.ChatRecords;
import kb.chat.ChatService;
import kb.chat.Conversations;
import kb.chat.Deletions;
import kb.chat.Evidence;
import kb.chat.ExtractiveAnswers;
import kb.chat.LooseQuestions;
import kb.chat.ModelAnswers;
import kb.chat.RecentTurns;
import kb.chat.RewrittenQuestion;
import kb.chat.SearchedAnswers;
import kb.chat.StandaloneQuestion;
import kb.chat.StoredQuotes;
import kb.chat.Turns;
import kb.chat.followup.FollowUp;
import kb.documents.Catalog;
import kb.documents.Cautions;
import kb.documents.DanglingRows;
import kb.documents.DocumentService;
import kb.documents.Drafts;
import kb.documents.Indexes;
import kb.documents.Quotations;
import kb.documents.Removal;
import kb.documents.Shelf;
import kb.documents.Succession;
import kb.documents.Tenants;
import kb.documents.UploadService;
import kb.erasure.Erasure;
import kb.erasure.Residue;
import kb.files.DocumentFiles;
import kb.files.PictureFiles;
import kb.ingest.ChunkWriter;
import kb.ingest.Chunker;
import kb.ingest.Drafting;
import kb.ingest.Filling;
import kb.ingest.Indexing;
import kb.ingest.IngestService;
import kb.ingest.Janitor;
import kb.ingest.Migration;
import kb.ingest.Tidying;
import kb.ingest.WantedSpace;
import kb.ingest.WorkQueue;
import kb.ingest.Worker;
import kb.masking.Masking;
import kb.people.Tenant;
import kb.pictures.PagePictures;
import kb.repeats.Repeats;
import kb.search.Analyser;
import kb.search.Everywhere;
import kb.search.SearchService;
import kb.usage.Accounts;
import kb.usage.RequestCounter;
import kb.usage.Tariff;

/** The features joined: constructors only. */
record Services(
        DocumentService documents,
        PagePictures pictures,
        Cautions cautions,
        UploadService uploads,
        Drafts drafts,
        Drafting drafting,
        Erasure erasure,
        SearchService search,
        ChatService chats,
        LooseQuestions loose,
        Turns turns,
        ChatRecords records,
        Repeats repeats,
        RequestCounter requests,
        Accounts accounts,
        Activity activity,
        Background background) {
    /** With what is said beside them, inside what small embedding models read, and still about one thing. */
    private static final int CHUNK_TOKENS = 225;

    /** What several features share. */
    private record Common(
            App.Outside outside,
            Catalog catalog,
            DocumentFiles files,
            Analyser analyser,
            Accounts accounts,
            Masking masking,
            Activity activity) {}

    static Services of(App.Outside outside, Optional<Duration> backups, Tariff tariff, Masking masking) {
        var table = outside.documents();
        var clock = outside.clock();
        var catalog = new Catalog(table, clock);
        var files = new DocumentFiles(outside.objects());
        var accounts = new Accounts(outside.chats(), tariff, outside.newId(), clock);
        var activity = new Activity(table, outside.chats(), clock);
        var common = new Common(outside, catalog, files, new Analyser(), accounts, masking, activity);
        BiConsumer<Tenant, UUID> work = (tenant, id) -> outside.queue().send(new WorkQueue.Work(tenant, id));
        var shelf = new Shelf(table, clock);
        var search = new SearchService(catalog, common.analyser(), outside.embedders(), outside.spaces(), masking);
        var conversations = new Conversations(outside.chats(), masking);
        var quotes = new StoredQuotes(new Quotations(table), conversations, catalog, clock);
        var deletions = new Deletions(outside.chats(), quotes, clock);
        var everywhere = new Everywhere(outside.spaces());
        var erasure = new Erasure(catalog, new Removal(table, clock), everywhere, files, quotes, backups, clock);
        var answers = new SearchedAnswers(search, answers(common, tariff));
        var recent = new RecentTurns(outside.chats(), masking);
        var asking = new Asking(conversations, recent, quotes, standalone(common), answers, outside.newId(), clock);
        var uploads = new UploadService(table, catalog, shelf, files, work, outside.newId(), clock);
        var drafts = new Drafts(table, files, work, clock);
        return new Services(
                new DocumentService(catalog, shelf, files, work, clock),
                new PagePictures(catalog, files, new PictureFiles(outside.objects()), outside.painter()),
                new Cautions(catalog),
                uploads,
                drafts,
                new Drafting(drafts, files, outside.reader(), chunker(outside), outside.newId()),
                erasure,
                search,
                new ChatService(conversations, deletions, asking, outside.newId(), clock),
                new LooseQuestions(quotes, standalone(common), answers, outside.newId(), clock),
                new Turns(outside.chats(), outside.newId(), clock),
                new ChatRecords(conversations, clock),
                new Repeats(outside.chats(), outside.newId(), clock),
                new RequestCounter(outside.chats(), clock),
                accounts,
                activity,
                background(common, shelf, uploads, erasure, deletions));
    }

    private static Answers answers(Common common, Tariff tariff) {
        var evidence = new Evidence(common.analyser(), common.outside().chats());
        return common.outside()
                .models()
                .answering()
                .<Answers>map(model ->
                        new ModelAnswers(model, common.files(), evidence, common.analyser(), tariff, common.masking()))
                .orElseGet(() -> new ExtractiveAnswers(common.files(), evidence, common.masking()));
    }

    private static StandaloneQuestion standalone(Common common) {
        return common.outside()
                .models()
                .rewriting()
                .<StandaloneQuestion>map(model -> new RewrittenQuestion(model, new FollowUp(), common.analyser()))
                .orElseGet(FollowUp::new);
    }

    private static Background background(
            Common common, Shelf shelf, UploadService uploads, Erasure erasure, Deletions deletions) {
        var outside = common.outside();
        var table = outside.documents();
        var clock = outside.clock();
        var catalog = common.catalog();
        var files = common.files();
        var tenants = new Tenants(table);
        var spaces = outside.spaces();
        var writer = new ChunkWriter(files, common.analyser(), outside.embedders(), spaces, common.accounts());
        var wanted = new WantedSpace(outside.embedders(), new Indexes(table));
        var indexing = new Indexing(catalog, files, chunker(outside), writer, wanted, spaces);
        var ingest =
                new IngestService(catalog, new Succession(table, catalog), files, outside.reader(), indexing, clock);
        var residue = new Residue(catalog, new DanglingRows(table), new Everywhere(spaces), files, deletions, clock);
        return new Background(
                new Worker(catalog, ingest, indexing, erasure, common.activity()),
                new Janitor(catalog, tenants, uploads, erasure, deletions, residue, outside.queue(), clock),
                migration(common, shelf, writer, wanted, residue),
                residue,
                tenants,
                uploads,
                catalog);
    }

    /** Counted as the configured model counts. */
    private static Chunker chunker(App.Outside outside) {
        return new Chunker(CHUNK_TOKENS, text -> outside.embedders().wanted().tokens(text));
    }

    private static Migration migration(
            Common common, Shelf shelf, ChunkWriter writer, WantedSpace wanted, Residue residue) {
        var table = common.outside().documents();
        var spaces = common.outside().spaces();
        var tenants = new Tenants(table);
        var indexes = new Indexes(table);
        return new Migration(
                tenants,
                indexes,
                wanted,
                new Filling(common.catalog(), shelf, common.files(), writer, spaces, residue),
                new Tidying(tenants, indexes, common.files(), spaces),
                spaces,
                common.activity());
    }
}
