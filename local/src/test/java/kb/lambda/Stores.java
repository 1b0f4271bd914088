package kb.lambda;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import kb.aws.Aws;
import kb.documents.Indexes;
import kb.files.ObjectStore;
import kb.outside.TimeOrderedIds;
import kb.search.Space;
import kb.store.Table;
import kb.weaviate.WeaviateServer;
import kb.weaviate.WeaviateSpaces;

/** What deployed functions keep, seen from beside. */
public record Stores(Aws aws) {
    public Table documents() {
        return aws.tables(Clock.systemUTC()).apply("knowledge-base-documents");
    }

    public Table chats() {
        return aws.tables(Clock.systemUTC()).apply("knowledge-base-chat-history");
    }

    public ObjectStore files() {
        return aws.bucket(DeployedStack.BUCKET);
    }

    /** The indexes that the functions have made. */
    public Set<Space> indexes() {
        return spaces().existing();
    }

    public void loseIndexes() {
        var spaces = spaces();
        spaces.existing().forEach(spaces::drop);
    }

    private WeaviateSpaces spaces() {
        URI address = WeaviateServer.running().address();
        var ids = new TimeOrderedIds(Clock.systemUTC(), new SecureRandom());
        var owner = new Indexes(documents()).identity(ids);
        return new WeaviateSpaces(() -> address, () -> Optional.of(WeaviateServer.KEY), () -> owner);
    }
}
