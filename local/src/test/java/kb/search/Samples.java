package kb.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kb.pages.Chunk;
import kb.pages.Span;
import kb.people.Tenant;

/** Tenants nobody has used and chunks of three dimensions; what a test does not say about a chunk does not matter to it. */
public final class Samples {
    private static final Analyser ANALYSER = new Analyser();

    private Samples() {}

    public static Tenant tenant() {
        return new Tenant("t-" + UUID.randomUUID());
    }

    /** Found by the words of its text. */
    public static IndexedChunk chunk(UUID document, int position, String text) {
        return new IndexedChunk(plain(document, position, text), ANALYSER.tokens(text), vector(1, 0, 0));
    }

    /** Found by just this token, which is also its text. */
    public static IndexedChunk token(UUID document, int position, String token) {
        return new IndexedChunk(plain(document, position, token), List.of(token), vector(1, position, 3));
    }

    /** Found by its direction; its text tells which. */
    static IndexedChunk direction(UUID document, int position, float x, float y, float z) {
        var text = "%s %s %s".formatted(x, y, z);
        return new IndexedChunk(plain(document, position, text), List.of("direction"), vector(x, y, z));
    }

    /** The text of each is {@code word} and its position. */
    static List<IndexedChunk> many(UUID document, int count) {
        return IntStream.range(0, count)
                .mapToObj(position -> token(document, position, "word" + position))
                .toList();
    }

    private static Chunk plain(UUID document, int position, String text) {
        return new Chunk(
                id(document, position), document, position, 1, new Span(0, text.length()), "", text, List.of());
    }

    static UUID id(UUID document, int position) {
        return UUID.nameUUIDFromBytes((document + "/" + position).getBytes(StandardCharsets.UTF_8));
    }

    static Vector vector(float... values) {
        return Vector.of(values);
    }

    static List<String> texts(List<Hit> hits) {
        return hits.stream().map(hit -> hit.chunk().text()).toList();
    }
}
