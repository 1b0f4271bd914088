package kb.weaviate;

import io.weaviate.client.v1.misc.model.BM25Config;
import io.weaviate.client.v1.misc.model.DistanceType;
import io.weaviate.client.v1.misc.model.InvertedIndexConfig;
import io.weaviate.client.v1.misc.model.MultiTenancyConfig;
import io.weaviate.client.v1.misc.model.StopwordConfig;
import io.weaviate.client.v1.misc.model.VectorIndexConfig;
import io.weaviate.client.v1.schema.model.DataType;
import io.weaviate.client.v1.schema.model.Property;
import io.weaviate.client.v1.schema.model.Tokenization;
import io.weaviate.client.v1.schema.model.WeaviateClass;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kb.search.Space;

/**
 * Where the chunks of one space lie, each tenant in a shard of its own.
 *
 * @param name a class name in Weaviate's words: readable, and different for each space
 * @param description holds the space's own name, which no class name could
 * @param hasPlaces whether chunks are found by page and section in it
 */
record Collection(String name, String description, boolean hasPlaces) {
    /** @param owner the knowledge base whose space it is: several may share a server */
    static Collection of(String owner, Space space) {
        var readable = space.model().replaceAll("[^A-Za-z0-9]+", "_");
        var cut = readable.substring(0, Math.min(40, readable.length()));
        var name = "Chunks_%s_%s_%d_%s_%d%s"
                .formatted(
                        owner,
                        cut,
                        space.dimensions(),
                        digest(space.model()),
                        space.generation(),
                        space.layout() == 1 ? "" : "_" + space.layout());
        return new Collection(name, beginning(owner) + space.name(), space.knowsPlaces());
    }

    private static String beginning(String owner) {
        return "Chunks of knowledge base %s: ".formatted(owner);
    }

    /** Which of the owner's spaces a collection on the server is; empty when it is none. */
    static Optional<Space> space(String owner, WeaviateClass found) {
        var description = found.getDescription();
        if (description == null || !description.startsWith(beginning(owner))) return Optional.empty();
        return Space.parse(description.substring(beginning(owner).length()))
                .filter(space -> of(owner, space).name().equals(found.getClassName()));
    }

    /** The tokens are ours: only split at spaces, nothing left out, ranked as Lucene ranks them. */
    WeaviateClass definition() {
        return WeaviateClass.builder()
                .className(name)
                .description(description)
                .vectorizer("none")
                .vectorIndexType("hnsw")
                .vectorIndexConfig(VectorIndexConfig.builder()
                        .distance(DistanceType.COSINE)
                        .build())
                .invertedIndexConfig(InvertedIndexConfig.builder()
                        .bm25(BM25Config.builder().k1(1.2f).b(0.75f).build())
                        .stopwords(StopwordConfig.builder().preset("none").build())
                        .build())
                .multiTenancyConfig(MultiTenancyConfig.builder()
                        .enabled(true)
                        .autoTenantCreation(true)
                        .build())
                .properties(properties())
                .build();
    }

    /** Whether a collection of this name, found on the server, is one of ours. */
    boolean fits(WeaviateClass found) {
        var tenants = found.getMultiTenancyConfig();
        return tenants != null
                && Boolean.TRUE.equals(tenants.getEnabled())
                && has(found, StoredChunk.TOKENS, tokens -> Tokenization.WHITESPACE.equals(tokens.getTokenization()))
                && has(found, StoredChunk.POSITION, Collection::isFilterable)
                && (!hasPlaces || hasPlaces(found));
    }

    private static boolean hasPlaces(WeaviateClass found) {
        return has(found, StoredChunk.CONTEXT, _ -> true)
                && has(found, StoredChunk.PAGE, Collection::isFilterable)
                && has(found, StoredChunk.SECTIONS, Collection::isFilterable);
    }

    private static boolean isFilterable(Property property) {
        return Boolean.TRUE.equals(property.getIndexFilterable());
    }

    /** What a search asks back. */
    List<String> asked() {
        return hasPlaces
                ? Stream.concat(StoredChunk.ASKED.stream(), Stream.of(StoredChunk.CONTEXT))
                        .toList()
                : StoredChunk.ASKED;
    }

    private static boolean has(WeaviateClass found, String name, Predicate<Property> suits) {
        return found.getProperties().stream()
                .anyMatch(property -> property.getName().equals(name) && suits.test(property));
    }

    private List<Property> properties() {
        var properties = new ArrayList<>(List.of(
                property(StoredChunk.TOKENS, DataType.TEXT)
                        .tokenization(Tokenization.WHITESPACE)
                        .indexSearchable(true)
                        .build(),
                filterable(StoredChunk.TENANT, DataType.TEXT),
                filterable(StoredChunk.DOCUMENT, DataType.TEXT),
                property(StoredChunk.CHUNK, DataType.TEXT).build(),
                property(StoredChunk.POSITION, DataType.INT)
                        .indexFilterable(true)
                        .build(),
                property(StoredChunk.PAGE, DataType.INT)
                        .indexFilterable(hasPlaces)
                        .build(),
                property(StoredChunk.SPAN, DataType.INT_ARRAY).build(),
                property(StoredChunk.SECTION, DataType.TEXT).build(),
                property(StoredChunk.TEXT, DataType.TEXT).build(),
                property(StoredChunk.BOXES, DataType.NUMBER_ARRAY).build()));
        if (hasPlaces) {
            properties.add(property(StoredChunk.CONTEXT, DataType.TEXT).build());
            properties.add(filterable(StoredChunk.SECTIONS, DataType.TEXT_ARRAY));
        }
        return properties;
    }

    private static Property filterable(String name, String type) {
        return property(name, type)
                .tokenization(Tokenization.FIELD)
                .indexFilterable(true)
                .build();
    }

    private static Property.PropertyBuilder property(String name, String type) {
        var property = Property.builder().name(name).dataType(List.of(type)).indexFilterable(false);
        return type.startsWith(DataType.TEXT) ? property.indexSearchable(false) : property;
    }

    private static String digest(String model) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(model.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
