package kb.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.outside.Deadline;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the passages of a tenant's visible documents that fit a question.
 *
 * <p>The index only suggests: a passage is returned when the catalog, asked now, says that its document is visible.
 */
public final class SearchService {
    private static final Logger LOG = LoggerFactory.getLogger(SearchService.class);
    private static final int LEAST_FETCHED = 50;
    private static final int MOST_FETCHED = 3_200;

    private final Catalog catalog;
    private final Analyser analyser;
    private final Embedder embedder;
    private final ChunkIndex index;

    public SearchService(Catalog catalog, Analyser analyser, Embedder embedder, ChunkIndex index) {
        this.catalog = catalog;
        this.analyser = analyser;
        this.embedder = embedder;
        this.index = index;
    }

    /** @param degraded the legs that could not take part: {@code vector} when the embedder is down */
    public record Found(List<Passage> passages, Optional<Vector> meaning, List<String> degraded) {}

    /** @param limit how many passages at most; fewer only when there are no more */
    public Found search(Scope scope, String question, int limit) {
        var tokens = analyser.tokens(question);
        var meaning = meaning(question);
        var degraded = meaning.isPresent() ? List.<String>of() : List.of("vector");
        for (int fetched = Math.max(LEAST_FETCHED, limit * 4); ; fetched *= 4) {
            var byWords = index.byKeywords(scope, tokens, fetched);
            var size = fetched;
            var byMeaning =
                    meaning.map(vector -> index.byMeaning(scope, vector, size)).orElse(List.of());
            var passages = visible(scope, Fusion.join(byWords, byMeaning), limit);
            var exhausted = byWords.size() < fetched && byMeaning.size() < fetched;
            if (passages.size() >= limit || exhausted || fetched >= MOST_FETCHED) {
                return new Found(passages, meaning, degraded);
            }
        }
    }

    private Optional<Vector> meaning(String question) {
        try {
            // half of the time is for doing without
            return Optional.of(Deadline.within(0.5, () -> embedder.question(question)));
        } catch (Unavailable down) {
            if (down.part() != Part.EMBEDDER) throw down;
            LOG.warn("searching by keywords only: {}", down.getMessage());
            return Optional.empty();
        }
    }

    private List<Passage> visible(Scope scope, List<Fusion.Fused> ranking, int limit) {
        var documents = documents(scope, ranking);
        var passages = new ArrayList<Passage>();
        for (var fused : ranking) {
            if (passages.size() == limit) break;
            var document = documents.get(fused.chunk().documentId());
            if (document == null || !document.isVisible() || !scope.covers(document.documentId())) continue;
            passages.add(Passage.of(fused.chunk(), document, fused.parts()));
        }
        return passages;
    }

    private Map<UUID, Document> documents(Scope scope, List<Fusion.Fused> ranking) {
        var ids = ranking.stream()
                .map(fused -> fused.chunk().documentId())
                .distinct()
                .toList();
        var documents = new HashMap<UUID, Document>();
        for (var document : catalog.find(scope.tenant(), ids)) documents.put(document.documentId(), document);
        return documents;
    }
}
