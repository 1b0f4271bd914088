package kb.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.documents.IndexRow;
import kb.masking.Masking;
import kb.outside.Deadline;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.people.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the passages of a tenant's visible documents that fit a question.
 *
 * <p>The index only suggests: a passage is returned when the catalog, asked now, says that its document is visible. All
 * passages are of one moment: never of half a document, of two versions of a name, or of none because one had just taken the
 * other's place.
 */
public final class SearchService {
    private static final Logger LOG = LoggerFactory.getLogger(SearchService.class);
    private static final int MOST_FETCHED = 3_200;
    private static final int MOST_ATTEMPTS = 20;

    private final Catalog catalog;
    private final Analyser analyser;
    private final Embedders embedders;
    private final Spaces spaces;
    private final Masking masking;

    /** @param masking of what is found */
    public SearchService(Catalog catalog, Analyser analyser, Embedders embedders, Spaces spaces, Masking masking) {
        this.catalog = catalog;
        this.analyser = analyser;
        this.embedders = embedders;
        this.spaces = spaces;
        this.masking = masking;
    }

    /** @param degraded the legs that could not take part: {@code vector} when the embedder is down */
    public record Found(List<Passage> passages, Optional<Meaning> meaning, List<String> degraded) {
        static final Found NOTHING = new Found(List.of(), Optional.empty(), List.of());

        static Found of(List<Passage> passages, Optional<Meaning> meaning, Set<Leg> legs) {
            var lacking = legs.contains(Leg.VECTOR) && meaning.isEmpty();
            return new Found(passages, meaning, lacking ? List.of("vector") : List.of());
        }
    }

    /** @param limit how many passages at most; fewer only when there are no more */
    public Found search(Selection selection, String question, int limit) {
        return search(selection, question, limit, Leg.ALL);
    }

    /** @param legs only these take part; without the embedder there is no answer when the vector leg alone was to */
    public Found search(Selection selection, String question, int limit, Set<Leg> legs) {
        return answered(Asked.of(selection, question, limit, legs, analyser)).found();
    }

    public record Explained(Found found, Explanation explanation) {}

    /** Likewise, with the reasons. */
    public Explained explained(Selection selection, String question, int limit, Set<Leg> legs) {
        var asked = Asked.of(selection, question, limit, legs, analyser);
        var answered = answered(asked);
        var maker = new Explanation.Maker(analyser, asked.tokens(), asked.phrases(), answered.from(), answered.exact());
        return new Explained(answered.found(), maker.of(answered.found(), legs));
    }

    private record Answered(Found found, Weighed from, boolean exact) {}

    private Answered answered(Asked asked) {
        var selection = asked.selection();
        var meanings = new HashMap<String, Optional<Meaning>>();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var row = catalog.index(selection.tenant());
            if (row.space().isEmpty())
                return new Answered(
                        Found.NOTHING,
                        Weighed.of(Suggestions.NONE, ""),
                        false); // nothing of theirs ever came into sight
            var space = Space.named(row.space().get());
            if (!space.knows(selection.place())) throw olderLayout();
            var meaning = meanings.computeIfAbsent(space.embedding(), _ -> meaning(embedders.of(space), asked));
            var ranked = unlessChanged(asked, row, space, meaning.map(Meaning::vector));
            if (ranked.isEmpty()) continue;
            return new Answered(
                    Found.of(ranked.get().passages(), meaning, asked.legs()),
                    ranked.get().from(),
                    ranked.get().exact());
        }
        throw new Unavailable(
                Part.INDEX, new IllegalStateException("documents come into sight faster than a search ends"));
    }

    private static Unavailable olderLayout() {
        return new Unavailable(Part.INDEX, new IllegalStateException("it is being made anew, with pages and sections"));
    }

    /** @param exact whether some of it holds a quoted phrase, so that the phrases were weighed */
    private record Ranked(List<Passage> passages, Weighed from, boolean exact) {}

    /** An index that does not answer may have been dropped because another took its place. */
    private Optional<Ranked> unlessChanged(Asked asked, IndexRow row, Space space, Optional<Vector> meaning) {
        try {
            return passages(asked, row, spaces.of(space), meaning);
        } catch (Unavailable down) {
            if (down.part() != Part.INDEX || !hasChanged(asked.selection().tenant(), row)) throw down;
            return Optional.empty();
        }
    }

    private boolean hasChanged(Tenant tenant, IndexRow row) {
        try {
            return !catalog.index(tenant).equals(row);
        } catch (Unavailable noTimeLeft) {
            return false;
        }
    }

    /**
     * Empty when a document came into sight meanwhile: then the index may have known only a part of it. Likewise when
     * another index serves by now.
     */
    private Optional<Ranked> passages(Asked asked, IndexRow row, ChunkIndex index, Optional<Vector> meaning) {
        var scope = asked.selection().scope(catalog);
        var asking = new Asking(index, scope, asked, meaning, analyser);
        for (int fetched = Fusion.DEPTH; ; fetched *= 4) {
            var suggested = asking.suggestions(fetched);
            var documents = catalog.visible(scope.tenant(), suggested.documents(), row);
            if (documents.isEmpty()) return Optional.empty();
            var weighed = asking.weighed(suggested, documents.get().values());
            var fused = Fusion.join(weighed);
            var ranking = ExactFirst.of(fused, suggested.byPhrase(), asked.phrases());
            var mayHold = suggested.byPhrase().size() == fetched
                    && asked.phrases().share(ranking.getFirst().chunk().text()) == 0;
            var passages = visible(asked.selection(), scope, ranking, documents.get(), asked.limit());
            var isEnough = !mayHold && (!suggested.isFull(fetched) || passages.size() >= asked.limit());
            if (isEnough || fetched >= MOST_FETCHED)
                return Optional.of(new Ranked(passages, weighed, ranking != fused));
        }
    }

    private static Optional<Meaning> meaning(Embedder embedder, Asked asked) {
        if (!asked.legs().contains(Leg.VECTOR)) return Optional.empty();
        try {
            // half of the time is for doing without
            return Optional.of(Deadline.within(0.5, () -> Meaning.of(embedder, asked.question())));
        } catch (Unavailable down) {
            if (down.part() != Part.EMBEDDER || asked.legs().size() == 1) throw down;
            LOG.warn("searching by keywords only: {}", down.getMessage());
            return Optional.empty();
        }
    }

    private List<Passage> visible(
            Selection selection, Scope scope, List<Fusion.Fused> ranking, Map<UUID, Document> documents, int limit) {
        var visible = new ArrayList<Fusion.Fused>();
        for (var fused : ranking) {
            var document = documents.get(fused.chunk().documentId());
            if (document == null || !selection.takes(document) || !scope.covers(fused.chunk())) continue;
            visible.add(fused);
        }
        return Choice.of(visible, limit).stream()
                .map(fused ->
                        Passage.of(fused.chunk(), documents.get(fused.chunk().documentId()), fused.parts()))
                .map(passage -> passage.masked(masking))
                .toList();
    }
}
