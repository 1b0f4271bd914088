package kb.api;

import java.util.List;
import java.util.Optional;

/** Some items of a list and where to go on. */
record Listing(List<?> items, Optional<String> nextCursor) {}
