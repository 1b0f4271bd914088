package kb.documents;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which documents have the same bytes. @param ids with spaces between them, so that a writer can say which list it read */
record ContentRow(String ids) {
    static final ContentRow NONE = new ContentRow("");

    List<UUID> documents() {
        return Arrays.stream(ids.split(" "))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .toList();
    }

    ContentRow with(UUID document) {
        return of(Stream.concat(documents().stream(), Stream.of(document)));
    }

    ContentRow without(UUID document) {
        return of(documents().stream().filter(other -> !other.equals(document)));
    }

    private static ContentRow of(Stream<UUID> documents) {
        return new ContentRow(documents.map(UUID::toString).collect(Collectors.joining(" ")));
    }
}
