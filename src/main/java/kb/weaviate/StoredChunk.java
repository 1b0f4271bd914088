package kb.weaviate;

import io.weaviate.client.v1.data.model.WeaviateObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.DoubleStream;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Span;
import kb.people.Tenant;
import kb.search.IndexedChunk;
import kb.search.SectionKey;
import kb.search.Vector;

/** A chunk as a Weaviate object. */
final class StoredChunk {
    static final String TENANT = "tenant";
    static final String TOKENS = "tokens";
    static final String DOCUMENT = "document_id";
    static final String CHUNK = "chunk_id";
    static final String POSITION = "position";
    static final String PAGE = "page";
    static final String SPAN = "span";
    static final String SECTION = "section";
    static final String TEXT = "text";
    static final String BOXES = "boxes";
    static final String CONTEXT = "context";
    /** The keys of all that some of it lies in. */
    static final String SECTIONS = "sections";

    /** What a search asks back, of a collection of the first layout. */
    static final List<String> ASKED = List.of(TENANT, DOCUMENT, CHUNK, POSITION, PAGE, SPAN, SECTION, TEXT, BOXES);

    private static final UUID NAMESPACE = UUID.fromString("6f2ddc0e-6d0f-4d0c-9f0b-0c8d6a0f7f51");
    private static final int NUMBERS_A_BOX = 5;

    private StoredChunk() {}

    static WeaviateObject write(Collection collection, Tenant tenant, IndexedChunk indexed) {
        var chunk = indexed.chunk();
        return WeaviateObject.builder()
                .className(collection.name())
                .tenant(tenant.id())
                .id(objectId(tenant, chunk.id()).toString())
                .vector(boxed(indexed.vector()))
                .properties(properties(collection, tenant, indexed))
                .build();
    }

    private static Map<String, Object> properties(Collection collection, Tenant tenant, IndexedChunk indexed) {
        var chunk = indexed.chunk();
        var boxes = chunk.boxes().stream().flatMapToDouble(StoredChunk::numbers);
        var properties = new HashMap<String, Object>();
        properties.put(TENANT, tenant.id());
        properties.put(TOKENS, String.join(" ", indexed.tokens()));
        properties.put(DOCUMENT, chunk.documentId().toString());
        properties.put(CHUNK, chunk.id().toString());
        properties.put(POSITION, chunk.position());
        properties.put(PAGE, chunk.page());
        properties.put(SPAN, List.of(chunk.span().start(), chunk.span().end()));
        properties.put(SECTION, chunk.section());
        properties.put(TEXT, chunk.text());
        properties.put(BOXES, boxes.boxed().toList());
        if (collection.hasPlaces()) {
            properties.put(CONTEXT, chunk.context());
            properties.put(
                    SECTIONS,
                    SectionKey.of(chunk).stream().map(SectionKey::digits).toList());
        }
        return properties;
    }

    /** @throws RuntimeException when the row is not one of ours */
    static Chunk read(Map<?, ?> row) {
        var span = (List<?>) row.get(SPAN);
        return new Chunk(
                UUID.fromString((String) row.get(CHUNK)),
                UUID.fromString((String) row.get(DOCUMENT)),
                whole(row.get(POSITION)),
                whole(row.get(PAGE)),
                new Span(whole(span.getFirst()), whole(span.getLast())),
                (String) row.get(SECTION),
                (String) row.get(TEXT),
                boxes((List<?>) row.get(BOXES)),
                (String) row.get(CONTEXT),
                null);
    }

    static Float[] boxed(Vector vector) {
        var values = vector.toArray();
        var boxed = new Float[values.length];
        for (int i = 0; i < values.length; i++) boxed[i] = values[i];
        return boxed;
    }

    /** A UUIDv5 (RFC 9562) of both, so that one tenant's object can never stand in another's place. */
    private static UUID objectId(Tenant tenant, UUID chunk) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .flip());
            var hash = ByteBuffer.wrap(sha1.digest((tenant.id() + "/" + chunk).getBytes(StandardCharsets.UTF_8)));
            return new UUID(
                    hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x5000L,
                    hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DoubleStream numbers(Box box) {
        return DoubleStream.of(box.page(), box.l(), box.t(), box.r(), box.b());
    }

    private static List<Box> boxes(List<?> numbers) {
        var boxes = new ArrayList<Box>();
        for (int i = 0; numbers != null && i < numbers.size(); i += NUMBERS_A_BOX) {
            var page = whole(numbers.get(i));
            boxes.add(new Box(
                    page,
                    real(numbers.get(i + 1)),
                    real(numbers.get(i + 2)),
                    real(numbers.get(i + 3)),
                    real(numbers.get(i + 4))));
        }
        return boxes;
    }

    private static int whole(Object number) {
        return ((Number) number).intValue();
    }

    private static double real(Object number) {
        return ((Number) number).doubleValue();
    }
}
