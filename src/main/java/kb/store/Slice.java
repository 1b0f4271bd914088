package kb.store;

import java.util.List;
import java.util.Optional;

/** Some items of a query and where to go on; without a cursor there are no more. */
public record Slice(List<Item> items, Optional<String> cursor) {}
