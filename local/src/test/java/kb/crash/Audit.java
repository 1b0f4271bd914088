package kb.crash;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kb.App;
import kb.config.Config;
import kb.documents.Document;
import kb.documents.Indexes;
import kb.documents.SearchedChunks;
import kb.documents.Shelf;
import kb.documents.Wanted;
import kb.files.DocumentFiles;
import kb.local.Pace;
import kb.local.Twin;
import kb.outside.TimeOrderedIds;
import kb.pages.Chunk;
import kb.people.Tenant;
import kb.search.Embedder;
import kb.search.Space;
import kb.store.Order;

/** What lies in the stores of a twin that has stopped, after the janitor's turn on the day after. */
final class Audit {
    private static final Duration LATER = Duration.ofHours(25);
    private static final int MOST = 1_000;
    private static final Wanted ALL =
            new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, Order.ASCENDING);

    private final App.Outside parts;

    private Audit(App.Outside parts) {
        this.parts = parts;
    }

    /** Things that belong to nothing, and documents of which the index has too little or too much. */
    static List<String> complaints(Place place) throws IOException, SQLException {
        var clock = Clock.offset(Clock.systemUTC(), LATER);
        var ids = new TimeOrderedIds(clock, new SecureRandom());
        var config = Config.from(place.settings());
        var parts = new AtomicReference<App.Outside>();
        Supplier<Embedder> none = () -> {
            throw new AssertionError("an embedding service is configured");
        };
        try (var twin = Twin.open(
                place.data(), config, none, ids, clock, new Pace(Duration.ofSeconds(20), Optional.empty()), outside -> {
                    parts.set(outside);
                    return outside;
                })) {
            var background = twin.app().background();
            background.janitor().run();
            background.migration().run(() -> {}); // what is left over is the index that was left
            var complaints = new ArrayList<String>();
            for (var tenant : background.tenants().all()) {
                var residue = background.residue().count(tenant);
                if (!residue.isNothing()) complaints.add("left for ever: " + residue);
                complaints.addAll(new Audit(parts.get()).index(tenant));
            }
            var orphaned = OrphanedMessages.in(place.data());
            if (orphaned > 0) complaints.add(orphaned + " messages of chats that are gone");
            return complaints;
        }
    }

    private List<String> index(Tenant tenant) {
        var complaints = new ArrayList<String>();
        var searched = new SearchedChunks(new DocumentFiles(parts.objects()));
        var shelf = new Shelf(parts.documents(), parts.clock());
        var visible = shelf.list(tenant, ALL, MOST, Optional.empty()).documents().stream()
                .filter(Document::visible)
                .toList();
        var space =
                Space.named(new Indexes(parts.documents()).of(tenant).space().orElseThrow());
        var serving = parts.spaces().of(space);
        for (var document : visible) {
            var id = document.documentId();
            var chunks = searched.of(tenant, document).orElseThrow().stream()
                    .map(Chunk::id)
                    .toList();
            var indexed = serving.chunks(tenant, id);
            if (!indexed.equals(chunks))
                complaints.add(
                        "%d chunks of %s are in the index, not its %d".formatted(indexed.size(), id, chunks.size()));
        }
        Set<UUID> indexed = serving.documents(tenant);
        if (!parts.spaces().existing().equals(Set.of(space)))
            complaints.add("there are indexes beside the one that serves: "
                    + parts.spaces().existing());
        var ids = visible.stream().map(Document::documentId).collect(Collectors.toSet());
        if (!ids.containsAll(indexed)) complaints.add("the index has more than what is visible: " + indexed);
        return complaints;
    }
}
