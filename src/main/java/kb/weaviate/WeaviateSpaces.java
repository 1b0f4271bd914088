package kb.weaviate;

import static kb.weaviate.Answers.unavailable;
import static kb.weaviate.Answers.value;

import io.weaviate.client.Config;
import io.weaviate.client.WeaviateClient;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kb.outside.Part;
import kb.search.ChunkIndex;
import kb.search.Space;
import kb.search.Spaces;

/** Collections in one Weaviate, one for each space of one knowledge base; those of others are left alone. */
public final class WeaviateSpaces implements Spaces {
    private final Wire wire;
    private final WeaviateClient client;
    private final Supplier<String> owner;
    private final AtomicReference<String> known = new AtomicReference<>();
    private final Map<Space, WeaviateIndex> indexes = new ConcurrentHashMap<>();

    /**
     * Connects to nothing yet; address and key are asked for at each request.
     *
     * @param owner of letters and digits: the same whenever this knowledge base is opened, and no other's; asked for once
     */
    public WeaviateSpaces(Supplier<URI> address, Supplier<Optional<String>> key, Supplier<String> owner) {
        this.wire = new Wire(address, key);
        this.client = new WeaviateClient(new Config("http", Wire.HOST), wire, null);
        this.owner = owner;
    }

    private String owner() {
        if (known.get() == null) known.set(owner.get());
        return known.get();
    }

    @Override
    public ChunkIndex of(Space space) {
        return index(space);
    }

    private WeaviateIndex index(Space space) {
        return indexes.computeIfAbsent(space, _ -> new WeaviateIndex(wire, owner(), space));
    }

    @Override
    public Set<Space> existing() {
        return value(client.schema().getter().run()).getClasses().stream()
                .flatMap(found -> Collection.space(owner(), found).stream())
                .collect(Collectors.toSet());
    }

    /** From here on this process neither asks nor makes it again. */
    @Override
    public void drop(Space space) {
        index(space).retire();
        var name = Collection.of(owner(), space).name();
        if (!value(client.schema().exists().withClassName(name).run())) return;
        value(client.schema().classDeleter().withClassName(name).run());
    }

    @Override
    public Part part() {
        return Part.INDEX;
    }

    @Override
    public void check() {
        if (!value(client.misc().readyChecker().run())) throw unavailable("not ready");
    }
}
