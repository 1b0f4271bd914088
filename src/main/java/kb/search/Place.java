package kb.search;

import java.util.Optional;

/** Where in its document a chunk is to be. @param section that some of it lies in, or the section around that */
public record Place(Optional<PageRange> pages, Optional<SectionKey> section) {
    public static final Place ANYWHERE = new Place(Optional.empty(), Optional.empty());
}
