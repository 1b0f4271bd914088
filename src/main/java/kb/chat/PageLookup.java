package kb.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kb.files.DocumentFiles;
import kb.masking.Masking;
import kb.outside.Deadline;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.pages.Page;
import kb.people.Tenant;
import kb.search.Passage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stored pages of passages, as they may be shown, for one answer: each is fetched once. */
final class PageLookup {
    private static final Logger LOG = LoggerFactory.getLogger(PageLookup.class);

    private final DocumentFiles files;
    private final Tenant tenant;
    private final Masking masking;
    private final Map<Place, Optional<Page>> known = new HashMap<>();

    PageLookup(DocumentFiles files, Tenant tenant, Masking masking) {
        this.files = files;
        this.tenant = tenant;
        this.masking = masking;
    }

    private record Place(UUID document, int page) {}

    /** Empty when there is none, or storage is down. */
    Optional<Page> page(Passage passage) {
        return known.computeIfAbsent(new Place(passage.documentId(), passage.page()), this::fetched);
    }

    private Optional<Page> fetched(Place place) {
        try {
            return Deadline.within(0.5, () -> files.page(tenant, place.document(), place.page()))
                    .map(page -> page.reading(masking.of(page.text())));
        } catch (Unavailable down) {
            if (down.part() != Part.STORAGE) throw down;
            LOG.warn("a quote cannot be checked and is left out: {}", down.getMessage());
            return Optional.empty();
        }
    }
}
